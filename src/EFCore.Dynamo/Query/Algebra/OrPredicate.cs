using System.Collections.Immutable;

namespace EFCore.Dynamo.Query.Algebra;

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
