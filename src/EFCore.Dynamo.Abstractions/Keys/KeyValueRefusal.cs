namespace EFCore.Dynamo.Keys;

/// <summary>Why a value cannot be part of a key.</summary>
internal enum KeyValueRefusal
{
    /// <summary>It can be.</summary>
    None,

    /// <summary>There is no value.</summary>
    Null,

    /// <summary>Its text is empty.</summary>
    Empty,

    /// <summary>A number that is negative, or has more digits than its hole.</summary>
    OutsideOfFixedWidth,

    /// <summary>Its text contains what ends the hole, so that two values would give one key.</summary>
    ContainsFollowingLiteral,

    /// <summary>Its text contains U+10FFFF, which bounds ranges of keys.</summary>
    ContainsMaxText,
}
