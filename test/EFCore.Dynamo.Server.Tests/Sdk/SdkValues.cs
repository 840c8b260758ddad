using EFCore.Dynamo.Values;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Server.Tests.Sdk;

/// <summary>Packed items to the SDK's dictionaries and back.</summary>
internal static class SdkValues
{
    public static Dictionary<string, Model.AttributeValue>? ToSdk(Item? item)
    {
        if (item is not { } map)
            return null;
        var values = new Dictionary<string, Model.AttributeValue>();
        foreach (var (name, value) in map)
            values.Add(name, ToSdk(value));
        return values;
    }

    /// <summary>Null and, since the SDK gives that for an absent map too, the empty map are null.</summary>
    public static Item? FromSdk(Dictionary<string, Model.AttributeValue>? values) => values is null or { Count: 0 } ? null : ToItem(values);

    public static Item ToItem(Dictionary<string, Model.AttributeValue> values)
    {
        var builder = new ItemBuilder();
        foreach (var (name, value) in values)
            builder.Add(name, FromSdk(value));
        return builder.Build();
    }

    private static Model.AttributeValue ToSdk(AttributeValue value) => value.Type switch
    {
        AttributeType.Null => new Model.AttributeValue { NULL = true },
        AttributeType.Boolean => new Model.AttributeValue { BOOL = value.GetBoolean() },
        AttributeType.Number => new Model.AttributeValue { N = value.GetNumber().ToString() },
        AttributeType.String => new Model.AttributeValue { S = value.GetString() },
        AttributeType.Binary => new Model.AttributeValue { B = new MemoryStream(value.GetBinary().ToArray()) },
        AttributeType.Map => new Model.AttributeValue { M = ToSdk(value.GetMap()), IsMSet = true },
        AttributeType.List => new Model.AttributeValue { L = Elements(value).Select(ToSdk).ToList(), IsLSet = true },
        AttributeType.StringSet => new Model.AttributeValue { SS = Elements(value).Select(static element => element.GetString()).ToList() },
        AttributeType.NumberSet => new Model.AttributeValue { NS = Elements(value).Select(static element => element.GetNumber().ToString()).ToList() },
        _ => new Model.AttributeValue { BS = Elements(value).Select(static element => new MemoryStream(element.GetBinary().ToArray())).ToList() },
    };

    private static IEnumerable<AttributeValue> Elements(AttributeValue value) => Enumerable.Range(0, value.Count).Select(i => value[i]);

    private static AttributeValue FromSdk(Model.AttributeValue value)
    {
        if (value.S is not null)
            return AttributeValue.FromString(value.S);
        if (value.N is not null)
            return AttributeValue.FromNumber(DynamoNumber.Parse(value.N));
        if (value.B is not null)
            return AttributeValue.FromBinary(value.B.ToArray());
        if (value.BOOL is { } boolean)
            return AttributeValue.FromBoolean(boolean);
        if (value.IsMSet)
            return AttributeValue.FromMap(ToItem(value.M));
        if (value.IsLSet)
            return AttributeValue.FromList(value.L.Select(FromSdk).ToArray());
        if (value.SS is { Count: > 0 })
            return AttributeValue.FromStringSet(value.SS);
        if (value.NS is { Count: > 0 })
            return AttributeValue.FromNumberSet(value.NS.Select(DynamoNumber.Parse));
        return value.BS is { Count: > 0 } ? AttributeValue.FromBinarySet(value.BS.Select(static element => (ReadOnlyMemory<byte>)element.ToArray())) : AttributeValue.Null;
    }
}
