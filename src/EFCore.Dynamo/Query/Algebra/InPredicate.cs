using System.Collections.Immutable;

namespace EFCore.Dynamo.Query.Algebra;

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
