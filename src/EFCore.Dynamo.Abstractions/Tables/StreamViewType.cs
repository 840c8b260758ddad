namespace EFCore.Dynamo.Tables;

/// <summary>Which images of an item its stream records hold; all hold the keys.</summary>
public enum StreamViewType
{
    /// <summary><c>NEW_IMAGE</c>: the keys, and the item after the write.</summary>
    NewImage,

    /// <summary><c>OLD_IMAGE</c>: the keys, and the item before the write.</summary>
    OldImage,

    /// <summary><c>NEW_AND_OLD_IMAGES</c>: the keys, and the item before and after the write.</summary>
    NewAndOldImages,

    /// <summary><c>KEYS_ONLY</c>: the keys of the item and nothing else of it.</summary>
    KeysOnly,
}
