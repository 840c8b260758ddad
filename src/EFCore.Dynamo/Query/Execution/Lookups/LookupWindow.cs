using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>What some rows look up together: equal values are read once, and go through the inner query once for all rows that carry the same.</summary>
internal sealed class LookupWindow(QueryContext context, CompiledLookup lookup)
{
    private readonly List<LookupValue> _values = [];
    private readonly List<LookupRequest> _requests = [];
    private readonly Dictionary<LookupValue, int> _valueIndexes = [];
    private readonly Dictionary<LookupRequest, int> _requestIndexes = [];

    /// <summary>The distinct values.</summary>
    public IReadOnlyList<LookupValue> Values
        => _values;

    /// <summary>The distinct pairs of a value and what is carried with it.</summary>
    public IReadOnlyList<LookupRequest> Requests
        => _requests;

    /// <summary>Adds a row.</summary>
    /// <returns>The position of its request.</returns>
    public int Add(Item row)
    {
        var request = new LookupRequest(FindValue(row), Carry(row));
        if (!_requestIndexes.TryGetValue(request, out var index))
        {
            _requestIndexes.Add(request, index = _requests.Count);
            _requests.Add(request);
        }

        return index;
    }

    private int? FindValue(Item row)
    {
        if (LookupValue.TryRead(lookup.OuterKeys, context, row) is not { } value)
        {
            return null;
        }

        if (!_valueIndexes.TryGetValue(value, out var index))
        {
            _valueIndexes.Add(value, index = _values.Count);
            _values.Add(value);
        }

        return index;
    }

    private Item Carry(Item row)
    {
        if (lookup.Carried.Length == 0)
        {
            return Item.Empty;
        }

        using var lease = ItemBuilder.Lease();
        foreach (var writer in lookup.Carried)
        {
            writer.Write(context, row, lease.Builder);
        }

        return lease.Builder.Build();
    }
}
