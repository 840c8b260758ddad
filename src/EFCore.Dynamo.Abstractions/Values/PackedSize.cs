using System.Runtime.CompilerServices;

namespace EFCore.Dynamo.Values;

/// <summary>Sizes by the service's rules (CapacityUnitCalculations in its developer guide).</summary>
internal static class PackedSize
{
    private const int ContainerBytes = 3;
    private const int ElementBytes = 1;

    public static int OfValue(ReadOnlySpan<byte> packed)
    {
        switch ((AttributeType)packed[0])
        {
            case AttributeType.Null or AttributeType.Boolean:
                return 1;
            case AttributeType.Number:
                return DynamoNumber.Read(packed[1..]).SizeBytes;
            case AttributeType.String or AttributeType.Binary:
                return packed.Length - 1;
            case AttributeType.Map:
                var map = packed[1..];
                return ContainerBytes + (ElementBytes * PackedFormat.GetCount(map)) + OfEntries(map);
            case AttributeType.List:
                return ContainerBytes + (ElementBytes * PackedFormat.GetCount(packed[1..])) + OfElements(packed[1..]);
            default:
                return OfElements(packed[1..]);
        }
    }

    /// <summary>Names and values of a map or item, without the overhead of a nested map.</summary>
    public static int OfEntries(ReadOnlySpan<byte> map)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var size = 0;
        for (var i = PackedFormat.GetCount(map) - 1; i >= 0; i--)
        {
            var entry = PackedFormat.GetElementUnchecked(map, i);
            size += PackedFormat.GetEntryName(entry).Length + OfValue(PackedFormat.GetEntryValue(entry));
        }

        return size;
    }

    private static int OfElements(ReadOnlySpan<byte> container)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var size = 0;
        for (var i = PackedFormat.GetCount(container) - 1; i >= 0; i--)
        {
            size += OfValue(PackedFormat.GetElementUnchecked(container, i));
        }

        return size;
    }
}
