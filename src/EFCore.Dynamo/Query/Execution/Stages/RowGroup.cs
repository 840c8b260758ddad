using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>A group while its rows come.</summary>
/// <param name="key">The slots of its key.</param>
/// <param name="accumulators">What is computed of its rows.</param>
/// <param name="list">Writes their list; null where there is none.</param>
/// <param name="keepsMemory">Whether the memory of a row is gone with its page, so that rows of the list are copied.</param>
internal sealed class RowGroup(Item key, GroupAccumulator[] accumulators, GroupListWriter? list, bool keepsMemory)
{
    private readonly List<Item>? _rows = list is null ? null : [];

    /// <summary>Takes a row of the group.</summary>
    public void Add(Item row)
    {
        foreach (var accumulator in accumulators)
        {
            accumulator.Add(row);
        }

        _rows?.Add(keepsMemory ? list!.Narrow(row) : row); // rows are kept for a list
    }

    /// <summary>The group's row.</summary>
    public Item CreateRow()
    {
        using var lease = ItemBuilder.Lease();
        var span = key.Span;
        for (var i = 0; i < span.Count; i++)
        {
            lease.Builder.WriteName(span.GetNameAt(i));
            lease.Builder.WriteValue(span.GetValueAt(i));
        }

        foreach (var accumulator in accumulators)
        {
            accumulator.Write(lease.Builder);
        }

        list?.Write(lease.Builder, _rows!); // a list has rows
        return lease.Builder.Build();
    }
}
