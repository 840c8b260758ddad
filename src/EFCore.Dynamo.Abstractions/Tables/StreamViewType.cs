namespace EFCore.Dynamo.Tables;

/// <summary>Which images of an item its stream records hold; all hold the keys.</summary>
public enum StreamViewType
{
    /// <summary>The service's <c>NEW_IMAGE</c>: the item after the write.</summary>
    NewImage,

    /// <summary>The service's <c>OLD_IMAGE</c>: the item before the write.</summary>
    OldImage,

    /// <summary>The service's <c>NEW_AND_OLD_IMAGES</c>: both.</summary>
    NewAndOldImages,

    /// <summary>The service's <c>KEYS_ONLY</c>: neither.</summary>
    KeysOnly,
}
