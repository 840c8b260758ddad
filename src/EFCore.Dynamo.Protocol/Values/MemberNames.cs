using System.Text.Json;

namespace EFCore.Dynamo.Protocol.Values;

/// <summary>Member names that occur in every response, encoded once.</summary>
internal static class MemberNames
{
    public static readonly JsonEncodedText Item = JsonEncodedText.Encode("Item");
    public static readonly JsonEncodedText Items = JsonEncodedText.Encode("Items");
    public static readonly JsonEncodedText Attributes = JsonEncodedText.Encode("Attributes");
    public static readonly JsonEncodedText Key = JsonEncodedText.Encode("Key");
    public static readonly JsonEncodedText LastEvaluatedKey = JsonEncodedText.Encode("LastEvaluatedKey");
    public static readonly JsonEncodedText ItemCollectionKey = JsonEncodedText.Encode("ItemCollectionKey");
}
