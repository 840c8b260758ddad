using EFCore.Dynamo.Engine.Capacity;
using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>The meters of an operation on several tables, in the order in which it met them.</summary>
internal sealed class CapacityMeters(CapacityKind kind)
{
    private readonly List<CapacityMeter> _meters = [];

    public CapacityMeter Get(TableSchema table)
    {
        foreach (var meter in _meters)
        {
            if (string.Equals(meter.TableName, table.Name, StringComparison.Ordinal))
                return meter;
        }

        var added = new CapacityMeter(table, kind);
        _meters.Add(added);
        return added;
    }

    /// <summary>One entry a table; null where the request did not ask for it.</summary>
    public List<ConsumedCapacity>? ToConsumedCapacity(ReturnConsumedCapacity level)
        => level == ReturnConsumedCapacity.None ? null : _meters.ConvertAll(meter => meter.ToConsumedCapacity(level)!); // not null above None
}
