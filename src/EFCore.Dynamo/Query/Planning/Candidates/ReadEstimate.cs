using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Keys;
using EFCore.Dynamo.Query.Planning.Paths;

namespace EFCore.Dynamo.Query.Planning.Candidates;

/// <summary>A rough cost of a read, to compare plans by. Nothing is known about the data, so typical numbers stand in for it.</summary>
internal static class ReadEstimate
{
    private const double ItemsInPartition = 100;
    private const double ItemsInTable = 10_000;
    private const double ValuesInList = 10;
    private const double ItemBytes = 1024;

    // What a read costs on top that cannot use the order or must go back to the table: enough to break a tie.
    private const double ClientOrderUnits = 0.25;

    /// <summary>How many keys the combinations of some lists are.</summary>
    public static double CountKeys(IEnumerable<KeyList> lists)
        => lists.Aggregate(1.0, (product, list) => product * (list.Constraint.Collection is null ? list.Constraint.Values.Length : ValuesInList));

    /// <summary>Items read one by one, each rounded up to 4 KB.</summary>
    public static double OfItems(double keyCount, bool isConsistent) => keyCount * (isConsistent ? 1 : 0.5);

    /// <summary>Items read by Query: the sizes are added up and rounded once.</summary>
    /// <param name="match">The key condition.</param>
    /// <param name="limit">The most items that are read; null for all.</param>
    /// <param name="needsClientOrder">Whether the provider has to sort.</param>
    /// <param name="fetchesItems">Whether each item is fetched from the table, because a local index does not hold all of it.</param>
    /// <param name="isConsistent">Strongly consistent reads cost double.</param>
    public static double OfQuery(PathMatch match, int? limit, bool needsClientOrder, bool fetchesItems, bool isConsistent)
    {
        var hasAllSortKeys = match.Path.SortKeys.Length > 0 && match.SortValues.Length == match.Path.SortKeys.Length;
        var items = hasAllSortKeys ? 2 : ItemsInPartition * (match.SortCondition?.Selectivity ?? 1) * Math.Pow(0.5, match.SortValues.Length);
        items = Math.Min(items, limit ?? double.MaxValue);
        var units = (OfBytes(items * ItemBytes, isConsistent) + (fetchesItems ? OfItems(items, isConsistent) : 0)) * CountKeys(match.Lists);
        return units + (needsClientOrder ? ClientOrderUnits : 0);
    }

    /// <summary>The whole table, or its first items.</summary>
    public static double OfScan(int? limit, bool isConsistent) => OfBytes(Math.Min(ItemsInTable, limit ?? double.MaxValue) * ItemBytes, isConsistent);

    /// <summary>The limit where it is known when the query is compiled; a parameter is taken for a page of 20.</summary>
    public static int? Guess(IEnumerable<DynamoOperand?> counts)
    {
        int? sum = null;
        foreach (var count in counts)
        {
            sum = count switch
            {
                null => sum,
                ConstantOperand { Value: int value } => (int)Math.Min((long)(sum ?? 0) + value, int.MaxValue),
                _ => (sum ?? 0) + 20,
            };
        }

        return sum;
    }

    private static double OfBytes(double bytes, bool isConsistent) => Math.Max(1, Math.Ceiling(bytes / 4096)) * (isConsistent ? 1 : 0.5);
}
