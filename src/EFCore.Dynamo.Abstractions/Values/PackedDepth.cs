using System.Runtime.CompilerServices;

namespace EFCore.Dynamo.Values;

/// <summary>Counts levels of lists and maps.</summary>
internal static class PackedDepth
{
    public static int OfValue(ReadOnlySpan<byte> packed)
    {
        var type = (AttributeType)packed[0];
        if (type is not (AttributeType.List or AttributeType.Map))
        {
            return 0;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        var container = packed[1..];
        var depth = 0;
        for (var i = PackedFormat.GetCount(container) - 1; i >= 0; i--)
        {
            var element = PackedFormat.GetElement(container, i);
            depth = Math.Max(depth, OfValue(type == AttributeType.Map ? PackedFormat.GetEntryValue(element) : element));
        }

        return depth + 1;
    }
}
