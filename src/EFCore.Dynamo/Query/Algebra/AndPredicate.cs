using System.Collections.Immutable;

namespace EFCore.Dynamo.Query.Algebra;

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
