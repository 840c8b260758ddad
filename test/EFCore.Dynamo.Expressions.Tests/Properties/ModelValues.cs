using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Tests.Properties;

/// <summary>
///     Attribute values as plain objects: DBNull, bool, decimal, string, byte[], sorted sets of string or decimal, List of object, Dictionary of object.
/// </summary>
internal static class ModelValues
{
    public static AttributeValue Pack(object value)
        => value switch
        {
            DBNull => AttributeValue.Null,
            bool boolean => AttributeValue.FromBoolean(boolean),
            decimal number => AttributeValue.FromNumber(DynamoNumber.FromDecimal(number)),
            string text => AttributeValue.FromString(text),
            byte[] bytes => AttributeValue.FromBinary(bytes),
            SortedSet<string> set => AttributeValue.FromStringSet(set),
            SortedSet<decimal> set => AttributeValue.FromNumberSet(set.Select(DynamoNumber.FromDecimal)),
            List<object> list => AttributeValue.FromList([.. list.Select(Pack)]),
            Dictionary<string, object> map => AttributeValue.FromMap(PackItem(map)),
            _ => throw new ArgumentException($"No attribute value: {value}"),
        };

    public static Item PackItem(Dictionary<string, object> map)
        => Item.Create([.. map.Select(pair => (pair.Key, Pack(pair.Value)))]);

    public static object Clone(object value)
        => value switch
        {
            SortedSet<string> set => new SortedSet<string>(set, StringComparer.Ordinal),
            SortedSet<decimal> set => new SortedSet<decimal>(set),
            List<object> list => list.ConvertAll(Clone),
            Dictionary<string, object> map => map.ToDictionary(pair => pair.Key, pair => Clone(pair.Value)),
            _ => value,
        };

    public static bool AreEqual(object left, object right)
        => (left, right) switch
        {
            (byte[] a, byte[] b) => a.SequenceEqual(b),
            (SortedSet<string> a, SortedSet<string> b) => a.SetEquals(b),
            (SortedSet<decimal> a, SortedSet<decimal> b) => a.SetEquals(b),
            (List<object> a, List<object> b) => a.Count == b.Count && a.Zip(b).All(pair => AreEqual(pair.First, pair.Second)),
            (Dictionary<string, object> a, Dictionary<string, object> b)
                => a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var other) && AreEqual(pair.Value, other)),
            _ => left.GetType() == right.GetType() && left.Equals(right),
        };

    public static int? Compare(object left, object right)
        => (left, right) switch
        {
            (decimal a, decimal b) => a.CompareTo(b),
            (string a, string b) => string.CompareOrdinal(a, b), // the generator writes ASCII, where UTF-16 and UTF-8 order agree
            (byte[] a, byte[] b) => a.AsSpan().SequenceCompareTo(b),
            _ => null,
        };

    public static string TypeName(object value)
        => value switch
        {
            DBNull => "NULL",
            bool => "BOOL",
            decimal => "N",
            string => "S",
            byte[] => "B",
            SortedSet<string> => "SS",
            SortedSet<decimal> => "NS",
            List<object> => "L",
            _ => "M",
        };
}
