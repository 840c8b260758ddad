using EFCore.Dynamo.Query.Planning.Keys;
using EFCore.Dynamo.Query.Planning.Paths;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Requests;

/// <summary>Writes the primary key of one item.</summary>
internal sealed class PrimaryKeyWriter(PathMatch match)
{
    private readonly KeyValue _partition = match.PartitionValues[0];
    private readonly KeyValue? _sort = match.SortValues.IsEmpty ? null : match.SortValues[0];

    /// <summary>The key, or null where no item can have it.</summary>
    public Item? TryWrite(in KeyBinding binding)
    {
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        return _partition.TryWrite(builder, _partition.Component.Name, binding) && (_sort is null || _sort.TryWrite(builder, _sort.Component.Name, binding))
            ? builder.Build()
            : null;
    }
}
