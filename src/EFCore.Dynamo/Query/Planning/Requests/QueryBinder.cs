using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Query.Planning.Candidates;
using EFCore.Dynamo.Query.Planning.Filters;
using EFCore.Dynamo.Query.Planning.Keys;
using EFCore.Dynamo.Query.Planning.Paths;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Requests;

/// <summary>Binds a plan that reads one or several partitions, or parts of them.</summary>
/// <param name="match">The key condition.</param>
/// <param name="texts">The texts of the requests.</param>
/// <param name="limit">The most items to read.</param>
/// <param name="template">A request with all that no execution changes.</param>
internal sealed class QueryBinder(PathMatch match, RequestTextFactory texts, RowLimit limit, QueryRequest template) : AccessBinder
{
    public override BoundAccess Bind(IReadOnlyDictionary<string, object?> parameters)
    {
        if (!limit.TryBind(parameters, out var items))
        {
            return BoundAccess.Empty;
        }

        if (match.Lists.IsEmpty)
        {
            return TryCreateRequest(new KeyBinding(parameters, null), items) is { } request ? BoundAccess.FromQuery(request) : BoundAccess.Empty;
        }

        // Two values can be one key: a converter may store them alike.
        var requests = new List<QueryRequest>();
        var seen = new HashSet<Item>();
        foreach (var combination in KeyCombinations.Enumerate(match.Lists, parameters))
        {
            if (TryCreateRequest(new KeyBinding(parameters, combination), items) is { } request
                && seen.Add(request.ExpressionAttributeValues!.Value)) // a key condition has values
            {
                requests.Add(request);
            }
        }

        return requests.Count == 0 ? BoundAccess.Empty : BoundAccess.FromQueries(requests);
    }

    private QueryRequest? TryCreateRequest(in KeyBinding binding, int? items)
    {
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        if (!TryWriteEqualities(builder, binding))
        {
            return null;
        }

        var kind = match.SortCondition?.Write(builder, RequestTextFactory.First, RequestTextFactory.Second, binding) ?? SortConditionKind.None;
        if (kind == SortConditionKind.Never)
        {
            return null;
        }

        var text = texts.Get(kind, binding.Parameters);
        if (text.Filter.IsNever)
        {
            return null;
        }

        FilterLength.Check(text.Filter);
        foreach (var value in text.Filter.Values.AsSpan())
        {
            value.WriteTo(builder, binding.Parameters);
        }

        var values = builder.Build();
        return kind == SortConditionKind.Between && IsUpsideDown(values) ? null : CreateRequest(text, values, items);
    }

    private bool TryWriteEqualities(ItemBuilder builder, in KeyBinding binding)
    {
        for (var i = 0; i < match.PartitionValues.Length; i++)
        {
            if (!match.PartitionValues[i].TryWrite(builder, RequestTextFactory.PartitionValues[i], binding))
            {
                return false;
            }
        }

        for (var i = 0; i < match.SortValues.Length; i++)
        {
            if (!match.SortValues[i].TryWrite(builder, RequestTextFactory.SortValues[i], binding))
            {
                return false;
            }
        }

        return true;
    }

    // The service refuses a BETWEEN whose ends are the wrong way round; to LINQ it is an empty range.
    private static bool IsUpsideDown(Item values)
        => values.TryGetValue(RequestTextFactory.First, out var low)
            && values.TryGetValue(RequestTextFactory.Second, out var high)
            && low.Span.CompareValue(high.Span) > 0;

    private QueryRequest CreateRequest(RequestTexts text, Item values, int? items)
        => new()
        {
            TableName = template.TableName,
            IndexName = template.IndexName,
            KeyConditionExpression = text.KeyCondition,
            FilterExpression = text.Filter.Expression,
            ProjectionExpression = text.Projection,
            ExpressionAttributeNames = text.Names,
            ExpressionAttributeValues = values,
            ScanIndexForward = template.ScanIndexForward,
            Limit = items,
            Select = template.Select,
            ConsistentRead = template.ConsistentRead,
        };
}
