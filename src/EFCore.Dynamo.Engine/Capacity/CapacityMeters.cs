using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Capacity;

/// <summary>The meters of an operation on several tables, in the order in which it met them.</summary>
internal sealed class CapacityMeters(CapacityKind kind)
{
    private readonly List<CapacityMeter> _meters = [];

    /// <param name="table">The table.</param>
    /// <param name="requestedName">What the request calls it; the first name counts.</param>
    public CapacityMeter Get(TableSchema table, string requestedName)
    {
        foreach (var meter in _meters)
        {
            if (ReferenceEquals(meter.Table, table))
            {
                return meter;
            }
        }

        var added = new CapacityMeter(table, kind, requestedName);
        _meters.Add(added);
        return added;
    }

    /// <summary>One entry a table; null where the request did not ask for it.</summary>
    public List<ConsumedCapacity>? ToConsumedCapacity(ReturnConsumedCapacity level)
        => level == ReturnConsumedCapacity.None ? null : _meters.ConvertAll(meter => meter.ToConsumedCapacity(level)!); // not null above None
}
