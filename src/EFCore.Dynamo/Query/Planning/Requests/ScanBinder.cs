using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Query.Planning.Candidates;
using EFCore.Dynamo.Query.Planning.Filters;
using EFCore.Dynamo.Query.Planning.Keys;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Requests;

/// <summary>Binds a plan that reads the whole table.</summary>
internal sealed class ScanBinder(RequestTextFactory texts, RowLimit limit, ScanRequest template) : AccessBinder
{
    public override BoundAccess Bind(IReadOnlyDictionary<string, object?> parameters)
    {
        if (!limit.TryBind(parameters, out var items))
        {
            return BoundAccess.Empty;
        }

        var text = texts.Get(SortConditionKind.None, parameters);
        if (text.Filter.IsNever)
        {
            return BoundAccess.Empty;
        }

        FilterLength.Check(text.Filter);
        return BoundAccess.FromScan(template with
        {
            FilterExpression = text.Filter.Expression,
            ProjectionExpression = text.Projection,
            ExpressionAttributeNames = text.Names,
            ExpressionAttributeValues = text.Filter.Values.IsEmpty ? null : WriteValues(text.Filter, parameters),
            Limit = items,
        });
    }

    private Item WriteValues(FilterText filter, IReadOnlyDictionary<string, object?> parameters)
    {
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        foreach (var value in filter.Values)
        {
            value.WriteTo(builder, parameters);
        }

        return builder.Build();
    }
}
