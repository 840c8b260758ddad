using System.Globalization;

namespace EFCore.Dynamo.Operations;

/// <summary>
///     The order in which the service goes through the members of a request: elements of lists by position, members as listed here, all others as they were
///     found.
/// </summary>
internal sealed class MemberOrder : IComparer<string>
{
    // The service's own order, as far as its answers show it.
    private static readonly string[] Known =
    [
        "returnConsumedCapacity",
        "attributesToGet",
        "tableName",
        "item",
        "key",
        "keys",
        "indexName",
        "limit",
        "totalSegments",
        "segment",
        "select",
        "conditionalOperator",
        "returnItemCollectionMetrics",
        "requestItems",
        "transactItems",
        "transactStatements",
        "clientRequestToken",
        "returnValues",
    ];

    private readonly Dictionary<string, int> _ranks = new(StringComparer.Ordinal);

    /// <param name="first">Members that come before those of the list.</param>
    /// <param name="paths">All paths that will be compared, in the order in which they were found.</param>
    public MemberOrder(IReadOnlyList<string> first, IEnumerable<string> paths)
    {
        foreach (var name in first.Concat(Known).Concat(paths.SelectMany(static path => path.Split('.'))))
        {
            _ranks.TryAdd(name, _ranks.Count);
        }
    }

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        var left = (x ?? string.Empty).Split('.');
        var right = (y ?? string.Empty).Split('.');
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = CompareSegments(left[i], right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private int CompareSegments(string left, string right)
        => int.TryParse(left, CultureInfo.InvariantCulture, out var leftPosition) && int.TryParse(right, CultureInfo.InvariantCulture, out var rightPosition)
            ? leftPosition.CompareTo(rightPosition)
            : _ranks[left].CompareTo(_ranks[right]);
}
