using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The limits of an item: 400 KB with its attribute names, 32 levels of nesting.</summary>
internal static class ItemRules
{
    public const int MaxSizeBytes = 400 * 1024;

    public const string TooLarge = "Item size has exceeded the maximum allowed size";

    public const string UpdatedTooLarge = "Item size to update has exceeded the maximum allowed size";

    public const string TooDeep = "Nesting Levels have exceeded supported limits";

    private const int MaxDepth = 32;

    /// <summary>Of an item that a request brings.</summary>
    public static ServiceError? Validate(ItemSpan item)
    {
        if (IsDeeperThan(item, MaxDepth))
            return ServiceError.Validation(TooDeep);

        // Packed bytes are never fewer than the service's count, so that most items need no count.
        return item.PackedBytes.Length > MaxSizeBytes && item.SizeBytes > MaxSizeBytes ? ServiceError.Validation(TooLarge) : null;
    }

    /// <summary>Of an item that an update computed.</summary>
    public static ServiceError? ValidateUpdated(ItemSpan item)
    {
        if (IsDeeperThan(item, MaxDepth))
            return ServiceError.Validation(TooDeep);
        return item.PackedBytes.Length > MaxSizeBytes && item.SizeBytes > MaxSizeBytes ? ServiceError.Validation(UpdatedTooLarge) : null;
    }

    private static bool IsDeeperThan(ItemSpan item, int levels)
    {
        for (var i = 0; i < item.Count; i++)
        {
            if (IsDeeperThan(item.GetValueAt(i), levels))
                return true;
        }

        return false;
    }

    private static bool IsDeeperThan(AttributeValueSpan value, int levels)
    {
        if (value.Type == AttributeType.Map)
            return levels == 0 || IsDeeperThan(value.GetMap(), levels - 1);
        if (value.Type != AttributeType.List)
            return false;
        if (levels == 0)
            return true;

        for (var i = 0; i < value.Count; i++)
        {
            if (IsDeeperThan(value[i], levels - 1))
                return true;
        }

        return false;
    }
}
