namespace EFCore.Dynamo.Keys;

/// <summary>Why a value cannot be part of a key.</summary>
internal enum KeyValueRefusal
{
    None,
    Null,
    Empty,
    OutsideOfFixedWidth,
    ContainsFollowingLiteral,
    ContainsMaxText,
}
