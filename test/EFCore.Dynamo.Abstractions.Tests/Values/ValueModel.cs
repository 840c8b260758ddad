using System.Text;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Abstractions.Tests.Values;

/// <summary>An attribute value as plain objects: what packed values are compared with.</summary>
public abstract record ValueModel
{
    public sealed record Null : ValueModel;

    public sealed record Boolean(bool Value) : ValueModel;

    public sealed record Number(DynamoNumber Value) : ValueModel;

    public sealed record Text(string Value) : ValueModel;

    public sealed record Binary(byte[] Value) : ValueModel;

    public sealed record Set(AttributeType Type, IReadOnlyList<ValueModel> Elements) : ValueModel;

    public sealed record List(IReadOnlyList<ValueModel> Elements) : ValueModel;

    public sealed record Map(IReadOnlyList<KeyValuePair<string, ValueModel>> Entries) : ValueModel
    {
        /// <summary>The same map, its entries and those of nested maps in another order.</summary>
        public Map Shuffle(Random random) => (Map)Shuffled(this, random);
    }

    /// <summary>A random map of some depth.</summary>
    public static Map CreateMap(Random random, int depth)
    {
        var entries = new Dictionary<string, ValueModel>(StringComparer.Ordinal);
        for (var count = random.Next(random.Next(10) == 0 ? 60 : 8); count > 0; count--)
        {
            entries[CreateText(random)] = Create(random, depth);
        }

        return new Map(entries.ToList());
    }

    /// <summary>A random value of some depth.</summary>
    public static ValueModel Create(Random random, int depth) => random.Next(depth > 0 ? 11 : 8) switch
    {
        0 => new Null(),
        1 => new Boolean(random.Next(2) == 0),
        2 or 3 => new Number(CreateNumber(random)),
        4 or 5 => new Text(CreateText(random)),
        6 => new Binary(CreateBytes(random)),
        7 => CreateSet(random),
        8 => new List(Enumerable.Range(0, random.Next(6)).Select(_ => Create(random, depth - 1)).ToList()),
        _ => CreateMap(random, depth - 1),
    };

    /// <summary>Writes the value in the order in which the model has it.</summary>
    public void WriteTo(ItemBuilder builder)
    {
        switch (this)
        {
            case Null:
                builder.WriteNull();
                break;
            case Boolean boolean:
                builder.WriteBoolean(boolean.Value);
                break;
            case Number number:
                builder.WriteNumber(number.Value);
                break;
            case Text text:
                builder.WriteString(text.Value);
                break;
            case Binary binary:
                builder.WriteBinary(binary.Value);
                break;
            case Set set:
                builder.BeginSet(set.Type);
                foreach (var element in set.Elements)
                {
                    element.WriteTo(builder);
                }

                builder.EndSet();
                break;
            case List list:
                builder.BeginList();
                foreach (var element in list.Elements)
                {
                    element.WriteTo(builder);
                }

                builder.EndList();
                break;
            case Map map:
                builder.BeginMap();
                map.WriteEntriesTo(builder);
                builder.EndMap();
                break;
        }
    }

    /// <summary>The model of a packed value, read through the public members.</summary>
    public static ValueModel Read(AttributeValueSpan value)
    {
        switch (value.Type)
        {
            case AttributeType.Null:
                return new Null();
            case AttributeType.Boolean:
                return new Boolean(value.GetBoolean());
            case AttributeType.Number:
                return new Number(value.GetNumber());
            case AttributeType.String:
                return new Text(value.GetString());
            case AttributeType.Binary:
                return new Binary(value.GetBinary().ToArray());
            case AttributeType.Map:
                return ReadMap(value.GetMap());
            default:
                var elements = new List<ValueModel>();
                for (var i = 0; i < value.Count; i++)
                {
                    elements.Add(Read(value[i]));
                }

                return value.Type == AttributeType.List ? new List(elements) : new Set(value.Type, elements);
        }
    }

    /// <summary>The model of a packed map.</summary>
    public static Map ReadMap(ItemSpan map)
    {
        var entries = new List<KeyValuePair<string, ValueModel>>();
        for (var i = 0; i < map.Count; i++)
        {
            entries.Add(new(Encoding.UTF8.GetString(map.GetNameAt(i)), Read(map.GetValueAt(i))));
        }

        return new Map(entries);
    }

    /// <summary>One text per value, the same for equal values however they are ordered.</summary>
    public string Canonical() => this switch
    {
        Null => "null",
        Boolean boolean => boolean.Value ? "true" : "false",
        Number number => $"n{number.Value}",
        Text text => $"s{Convert.ToHexString(Encoding.UTF8.GetBytes(text.Value))}",
        Binary binary => $"b{Convert.ToHexString(binary.Value)}",
        Set set => $"{set.Type}({string.Join(',', set.Elements.Select(e => e.Canonical()).Order(StringComparer.Ordinal))})",
        List list => $"[{string.Join(',', list.Elements.Select(e => e.Canonical()))}]",
        Map map => $"{{{string.Join(',', map.Entries.Select(e => new Text(e.Key).Canonical() + ":" + e.Value.Canonical()).Order(StringComparer.Ordinal))}}}",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Size by the developer guide's rules.</summary>
    public int Size() => this switch
    {
        Null or Boolean => 1,
        Number number => number.Value.SizeBytes,
        Text text => Encoding.UTF8.GetByteCount(text.Value),
        Binary binary => binary.Value.Length,
        Set set => set.Elements.Sum(e => e.Size()),
        List list => 3 + list.Elements.Sum(e => 1 + e.Size()),
        Map map => 3 + map.Entries.Count + map.EntriesSize(),
        _ => throw new InvalidOperationException(),
    };

    private static ValueModel Shuffled(ValueModel value, Random random)
    {
        switch (value)
        {
            case Map map:
                var entries = map.Entries.Select(e => KeyValuePair.Create(e.Key, Shuffled(e.Value, random))).ToArray();
                random.Shuffle(entries);
                return new Map(entries);
            case Set set:
                var elements = set.Elements.ToArray();
                random.Shuffle(elements);
                return set with { Elements = elements };
            case List list:
                return new List(list.Elements.Select(e => Shuffled(e, random)).ToList());
            default:
                return value;
        }
    }

    private static Set CreateSet(Random random)
    {
        var type = (AttributeType)random.Next((int)AttributeType.NumberSet, (int)AttributeType.BinarySet + 1);
        var elements = Enumerable.Range(0, random.Next(1, 40)).Select<int, ValueModel>(_ => type switch
        {
            AttributeType.NumberSet => new Number(CreateNumber(random)),
            AttributeType.StringSet => new Text(CreateText(random)),
            _ => new Binary(CreateBytes(random)),
        });
        return new Set(type, elements.DistinctBy(e => e.Canonical()).ToList());
    }

    private static DynamoNumber CreateNumber(Random random) => random.Next(4) switch
    {
        0 => DynamoNumber.FromInt64(random.Next(-300, 300)),
        1 => DynamoNumber.FromInt64(random.NextInt64(long.MinValue, long.MaxValue)),
        2 => DynamoNumber.FromDecimal(new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29))),
        _ => DynamoNumber.Parse($"{random.Next(-99999, 99999)}E{random.Next(-130, 121)}"),
    };

    private static string CreateText(Random random)
    {
        string[] alphabet = ["a", "b", "Z", "0", "#", "\"", "\\", "\0", "ü", "\uFFFF", "€", "😀", "\U0010FFFF"];
        return string.Concat(Enumerable.Range(0, random.Next(random.Next(8) == 0 ? 300 : 6)).Select(_ => alphabet[random.Next(alphabet.Length)]));
    }

    private static byte[] CreateBytes(Random random)
    {
        var bytes = new byte[random.Next(random.Next(8) == 0 ? 700 : 5)];
        random.NextBytes(bytes);
        return bytes;
    }
}
