namespace EFCore.Dynamo.Query.Algebra;

/// <summary>What is known of comparisons.</summary>
internal static class Comparators
{
    /// <summary>The comparison for exchanged sides.</summary>
    public static Comparator Swap(this Comparator comparison)
        => comparison switch
        {
            Comparator.LessThan => Comparator.GreaterThan,
            Comparator.LessThanOrEqual => Comparator.GreaterThanOrEqual,
            Comparator.GreaterThan => Comparator.LessThan,
            Comparator.GreaterThanOrEqual => Comparator.LessThanOrEqual,
            _ => comparison,
        };
}
