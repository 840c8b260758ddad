using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Validation.Items;

/// <summary>The limits of an item: 400 KB with its attribute names, 32 levels of nesting, no empty name.</summary>
internal static class ItemRules
{
    public const int MaxSizeBytes = 400 * 1024;
    public const string TooLarge = "Item size has exceeded the maximum allowed size";
    public const string UpdatedTooLarge = "Item size to update has exceeded the maximum allowed size";

    private const int MaxDepth = 32;

    // That a name has at least one character is documented; the service's text for it is not known to us.
    public const string EmptyName = "One or more parameter values were invalid: Empty attribute name";

    /// <summary>The names and the nesting of an item that a request brings.</summary>
    public static ServiceError? ValidateShape(ItemSpan item, OperationDialect dialect)
        => HasEmptyName(item) ? ServiceError.Validation(EmptyName, dialect) : ValidateDepth(item, dialect);

    /// <summary>The nesting of an item or key that a request brings.</summary>
    public static ServiceError? ValidateDepth(ItemSpan item, OperationDialect dialect)
        => IsDeeperThan(item, MaxDepth) ? ServiceError.Validation(DepthTexts.OfAttributes, dialect) : null;

    /// <summary>Whether an attribute of the item itself has the empty name.</summary>
    public static bool HasEmptyName(ItemSpan item) => item.Count > 0 && item.GetNameAt(0).IsEmpty; // in the order of their bytes

    /// <summary>Whether a map inside the item has an empty key.</summary>
    public static bool HasNestedEmptyName(ItemSpan item)
    {
        for (var i = 0; i < item.Count; i++)
        {
            if (HasNestedEmptyName(item.GetValueAt(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasNestedEmptyName(AttributeValueSpan value)
    {
        if (value.Type == AttributeType.Map)
        {
            return HasEmptyName(value.GetMap()) || HasNestedEmptyName(value.GetMap());
        }

        for (var i = 0; value.Type == AttributeType.List && i < value.Count; i++)
        {
            if (HasNestedEmptyName(value[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The size of an item that a request brings. Packed bytes are never fewer than the service's count, so that most items need no count.</summary>
    public static ServiceError? ValidateSize(ItemSpan item)
        => item.PackedBytes.Length > MaxSizeBytes && item.SizeBytes > MaxSizeBytes ? ServiceError.Validation(TooLarge) : null;

    /// <summary>Of an item that an update computed.</summary>
    public static ServiceError? ValidateUpdated(ItemSpan item)
        => IsDeeperThan(item, MaxDepth) ? ServiceError.Validation(DepthTexts.OfAttributes) : ValidateUpdatedSize(item);

    public static ServiceError? ValidateUpdatedSize(ItemSpan item)
        => item.PackedBytes.Length > MaxSizeBytes && item.SizeBytes > MaxSizeBytes ? ServiceError.Validation(UpdatedTooLarge) : null;

    /// <summary>An attribute's value is the first level; what stands in a list or map is one level deeper.</summary>
    private static bool IsDeeperThan(ItemSpan map, int levels)
    {
        for (var i = 0; i < map.Count; i++)
        {
            if (IsDeeperThan(map.GetValueAt(i), levels))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDeeperThan(AttributeValueSpan value, int levels)
    {
        if (levels == 0)
        {
            return true;
        }

        if (value.Type == AttributeType.Map)
        {
            return IsDeeperThan(value.GetMap(), levels - 1);
        }

        if (value.Type != AttributeType.List)
        {
            return false;
        }

        for (var i = 0; i < value.Count; i++)
        {
            if (IsDeeperThan(value[i], levels - 1))
            {
                return true;
            }
        }

        return false;
    }
}
