using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Values;

/// <summary>Packed items to the SDK's dictionaries and back.</summary>
/// <remarks>Absent maps are the SDK's: see <see cref="Collections" />.</remarks>
internal static class ItemCodec
{
    /// <summary>The map as a new dictionary; absent where there is none.</summary>
    public static Dictionary<string, Model.AttributeValue>? ToSdk(Item? item)
        => item is { } map ? ToSdk(map.Span) : Collections.Absent<Dictionary<string, Model.AttributeValue>>();

    /// <summary>The map as a new dictionary.</summary>
    public static Dictionary<string, Model.AttributeValue> ToSdk(Item item) => ToSdk(item.Span);

    /// <summary>One value.</summary>
    public static Model.AttributeValue ToSdk(AttributeValue value) => ToSdk(value.Span);

    /// <summary>The items as a new list; absent where there is none.</summary>
    public static List<Dictionary<string, Model.AttributeValue>>? ToSdk(IReadOnlyList<Item>? items) => Collections.ToSdk(items, ToSdk);

    /// <summary>The dictionary packed; null where it is absent.</summary>
    /// <exception cref="DynamoValidationException">A value has no type, two types, a bad number or a bad set.</exception>
    public static Item? FromSdk(Dictionary<string, Model.AttributeValue>? values)
        => Collections.IsAbsentFromAnswer(values) ? null : ToItem(values!); // not null: it is present

    /// <summary>The dictionaries packed; null where the list is absent.</summary>
    /// <inheritdoc cref="FromSdk(Dictionary{string, Model.AttributeValue}?)" path="/exception" />
    public static List<Item>? FromSdk(List<Dictionary<string, Model.AttributeValue>>? items) => Collections.FromSdk(items, ToItem);

    /// <summary>A request's map packed; null where it is absent, empty where a value is none, which is noted.</summary>
    /// <param name="values">The map.</param>
    /// <param name="path">Where the service's errors say it is.</param>
    public static Item? FromRequest(Dictionary<string, Model.AttributeValue>? values, MemberPath path)
    {
        if (Collections.IsAbsent(values))
        {
            return null;
        }

        try
        {
            return ToItem(values!); // not null: it is present
        }
        catch (DynamoValidationException exception)
        {
            Violations.AddValueError(path, exception);
            return Item.Empty;
        }
    }

    /// <summary>A request's value packed; null where it is absent, NULL where it is none, which is noted.</summary>
    /// <inheritdoc cref="FromRequest(Dictionary{string, Model.AttributeValue}?, MemberPath)" path="/param" />
    public static AttributeValue? FromRequest(Model.AttributeValue? value, MemberPath path) => value is null ? null : FromRequestElement(value, path);

    /// <summary>A request's values packed; null where they are absent, NULL where one is none, which is noted.</summary>
    /// <inheritdoc cref="FromRequest(Dictionary{string, Model.AttributeValue}?, MemberPath)" path="/param" />
    public static List<AttributeValue>? FromRequest(List<Model.AttributeValue>? values, MemberPath path)
    {
        if (Collections.IsAbsent(values))
        {
            return null;
        }

        var result = new List<AttributeValue>(values!.Count); // not null: it is present
        foreach (var value in values)
        {
            result.Add(FromRequestElement(value, path));
        }

        return result;
    }

    /// <summary>A statement's parameters packed; null where they are absent, NULL where one is no value, which is noted.</summary>
    /// <inheritdoc cref="FromRequest(Dictionary{string, Model.AttributeValue}?, MemberPath)" path="/param" />
    public static List<AttributeValue>? ParametersFromRequest(List<Model.AttributeValue>? values, MemberPath path)
    {
        if (Collections.IsAbsent(values))
        {
            return null;
        }

        var result = new List<AttributeValue>(values!.Count); // not null: it is present
        foreach (var value in values)
        {
            result.Add(FromRequestElement(value, path, StatementValues.MaxDepth));
        }

        return result;
    }

    /// <summary>A request's expression values packed; an error names the placeholder, as the service's does.</summary>
    /// <inheritdoc cref="FromRequest(Dictionary{string, Model.AttributeValue}?, MemberPath)" path="/param" />
    public static Item? ExpressionValuesFromRequest(Dictionary<string, Model.AttributeValue>? values, MemberPath path)
    {
        if (Collections.IsAbsent(values))
        {
            return null;
        }

        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        foreach (var (key, value) in values!) // not null: it is present
        {
            try
            {
                builder.WriteName(key);
                ValueReader.Write(builder, value, 0);
            }
            catch (DynamoValidationException exception)
            {
                Violations.AddValueError(path, exception, key);
                return Item.Empty;
            }
        }

        return builder.Build();
    }

    /// <summary>The dictionary packed.</summary>
    /// <inheritdoc cref="FromSdk(Dictionary{string, Model.AttributeValue}?)" path="/exception" />
    public static Item ToItem(Dictionary<string, Model.AttributeValue> values)
    {
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        ValueReader.WriteEntries(builder, values, 0);
        return builder.Build();
    }

    /// <summary>One value packed.</summary>
    /// <inheritdoc cref="FromSdk(Dictionary{string, Model.AttributeValue}?)" path="/exception" />
    public static AttributeValue FromSdk(Model.AttributeValue? value) => FromSdk(value, DepthTexts.MaxReadDepth);

    private static AttributeValue FromSdk(Model.AttributeValue? value, int maxDepth)
    {
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        builder.WriteName("v");
        ValueReader.Write(builder, value, 0, maxDepth);
        return builder.Build().GetValueAt(0);
    }

    private static AttributeValue FromRequestElement(Model.AttributeValue? value, MemberPath path, int maxDepth = DepthTexts.MaxReadDepth)
    {
        try
        {
            return FromSdk(value, maxDepth);
        }
        catch (DynamoValidationException exception)
        {
            Violations.AddValueError(path, exception);
            return AttributeValue.Null;
        }
    }

    private static Dictionary<string, Model.AttributeValue> ToSdk(ItemSpan map)
    {
        var count = map.Count;
        var values = Collections.CreateMap<Model.AttributeValue>(count);
        for (var i = 0; i < count; i++)
        {
            values.Add(System.Text.Encoding.UTF8.GetString(map.GetNameAt(i)), ToSdk(map.GetValueAt(i)));
        }

        return values;
    }

    private static Model.AttributeValue ToSdk(AttributeValueSpan value) => value.Type switch
    {
        AttributeType.Null => new Model.AttributeValue { NULL = true },
        AttributeType.Boolean => new Model.AttributeValue { BOOL = value.GetBoolean() },
        AttributeType.Number => new Model.AttributeValue { N = value.GetNumber().ToString() },
        AttributeType.String => new Model.AttributeValue { S = value.GetString() },
        AttributeType.Binary => new Model.AttributeValue { B = ToStream(value.GetBinary()) },
        AttributeType.Map => new Model.AttributeValue { M = ToSdk(value.GetMap()) },
        AttributeType.List => new Model.AttributeValue { L = ToList(value) },
        AttributeType.StringSet => new Model.AttributeValue { SS = ToSet(value, static element => element.GetString()) },
        AttributeType.NumberSet => new Model.AttributeValue { NS = ToSet(value, static element => element.GetNumber().ToString()) },
        _ => new Model.AttributeValue { BS = ToSet(value, static element => ToStream(element.GetBinary())) },
    };

    private delegate T ElementReader<out T>(AttributeValueSpan element);

    private static List<T> ToSet<T>(AttributeValueSpan value, ElementReader<T> read)
    {
        var elements = Collections.CreateList<T>(value.Count);
        for (var i = 0; i < value.Count; i++)
        {
            elements.Add(read(value[i]));
        }

        return elements;
    }

    private static List<Model.AttributeValue> ToList(AttributeValueSpan value)
    {
        var elements = Collections.CreateList<Model.AttributeValue>(value.Count);
        for (var i = 0; i < value.Count; i++)
        {
            elements.Add(ToSdk(value[i]));
        }

        return elements;
    }

    // publiclyVisible as the SDK's own unmarshaller leaves it: TryGetBuffer and GetBuffer work.
    private static MemoryStream ToStream(ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        return new MemoryStream(copy, 0, copy.Length, writable: true, publiclyVisible: true);
    }
}
