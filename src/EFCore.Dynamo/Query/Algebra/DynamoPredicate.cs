using System.Collections.Immutable;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>A condition the service can evaluate. Its truth is C#'s: null compares as in LINQ to Objects, never as "unknown".</summary>
internal abstract record DynamoPredicate : DynamoExpression;

/// <summary>All operands are true. At least two, none of them an <see cref="AndPredicate" />.</summary>
internal sealed record AndPredicate(ImmutableArray<DynamoPredicate> Operands) : DynamoPredicate
{
    /// <inheritdoc />
    public bool Equals(AndPredicate? other)
        => other is not null && Operands.AsSpan().SequenceEqual(other.Operands.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode()
        => HashCode.Combine(nameof(AndPredicate), Operands.Length, Operands[0]);
}

/// <summary>One of the operands is true. At least two, none of them an <see cref="OrPredicate" />.</summary>
internal sealed record OrPredicate(ImmutableArray<DynamoPredicate> Operands) : DynamoPredicate
{
    /// <inheritdoc />
    public bool Equals(OrPredicate? other)
        => other is not null && Operands.AsSpan().SequenceEqual(other.Operands.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode()
        => HashCode.Combine(nameof(OrPredicate), Operands.Length, Operands[0]);
}

/// <summary>The operand is not true.</summary>
internal sealed record NotPredicate(DynamoPredicate Operand) : DynamoPredicate;

/// <summary>Always true or always false: what is left of a condition that needs no item.</summary>
internal sealed record BooleanPredicate(bool Value) : DynamoPredicate;

/// <summary><c>left = right</c> and its five relatives. Where one side is a value, it is the right one.</summary>
/// <remarks>
///     A missing attribute equals nothing and is ordered before nothing, so all comparators but <see cref="Comparator.NotEqual" /> are false on it;
///     <c>&lt;&gt;</c> is true, as <c>null != 5</c> is in C#.
/// </remarks>
internal sealed record ComparisonPredicate(Comparator Operator, DynamoOperand Left, DynamoOperand Right) : DynamoPredicate;

/// <summary><c>operand BETWEEN low AND high</c>, both ends included.</summary>
internal sealed record BetweenPredicate(DynamoOperand Operand, DynamoOperand Low, DynamoOperand High) : DynamoPredicate;

/// <summary>The operand equals one of the values: <c>new[] { 1, 2 }.Contains(x.A)</c> with the values written out.</summary>
/// <param name="Operand">The attribute.</param>
/// <param name="Values">Constants and parameters; a nullable parameter may turn out null and then matches a missing attribute.</param>
internal sealed record InPredicate(AttributeOperand Operand, ImmutableArray<DynamoOperand> Values) : DynamoPredicate
{
    /// <inheritdoc />
    public bool Equals(InPredicate? other)
        => other is not null && Operand == other.Operand && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode()
        => HashCode.Combine(Operand, Values.Length);
}

/// <summary>The operand equals an element of a collection that is a query parameter: <c>ids.Contains(x.Id)</c>.</summary>
/// <param name="Operand">The attribute.</param>
/// <param name="Collection">
///     The parameter: an <see cref="System.Collections.IEnumerable" /> whose elements the parameter's mapping writes (it is the mapping of one element).
///     It may hold nulls and duplicates, and be empty or null, which is the same.
/// </param>
internal sealed record InParameterPredicate(AttributeOperand Operand, ParameterOperand Collection) : DynamoPredicate;

/// <summary><c>begins_with(path, prefix)</c>, by UTF-8 bytes.</summary>
internal sealed record BeginsWithPredicate(AttributeOperand Attribute, DynamoOperand Prefix) : DynamoPredicate;

/// <summary><c>contains(path, value)</c>: a substring of a string, an element of a list or a set.</summary>
internal sealed record ContainsPredicate(AttributeOperand Attribute, DynamoOperand Value) : DynamoPredicate;

/// <summary>The attribute has no value: it is missing or of type NULL.</summary>
/// <remarks>Both are null to the reader: the provider writes nothing for null, other writers may write NULL.</remarks>
internal sealed record NullPredicate(AttributeOperand Attribute) : DynamoPredicate;
