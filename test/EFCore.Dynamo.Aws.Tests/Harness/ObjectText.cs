using System.Collections;
using System.Globalization;
using System.Reflection;
using Amazon.Runtime;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Aws.Tests.Harness;

/// <summary>
///     Any request, response or value as text, member by member, for comparison. An absent member and a null one are the same; an empty collection is neither.
/// </summary>
internal static class ObjectText
{
    /// <param name="value">The object.</param>
    /// <param name="ignored">Names of members that differ by nature.</param>
    public static string Of(object? value, params string[] ignored) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        Item or AttributeValue => value.ToString()!, // never null
        ConstantClass constant => constant.Value,
        MemoryStream stream => Convert.ToBase64String(stream.ToArray()),
        DateTime time => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        IFormattable number when value.GetType().IsPrimitive || value is Enum => number.ToString(null, CultureInfo.InvariantCulture),
        bool boolean => boolean ? "true" : "false",
        IDictionary map
            => $"{{{string.Join(
                ", ", map.Keys.Cast<object>().OrderBy(key => key.ToString(), StringComparer.Ordinal).Select(key => $"{key}: {Of(map[key], ignored)}"))}}}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(element => Of(element, ignored)))}]",
        _ => Members(value, ignored),
    };

    private static string Members(object value, string[] ignored)
    {
        var type = value.GetType();
        var fields = type.IsGenericType && type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal) // a closed type has a full name
            ? type.GetFields().Select(field => (field.Name, Value: field.GetValue(value)))
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(
                    property => property.GetIndexParameters().Length == 0
                        && !(property.Name.StartsWith("Is", StringComparison.Ordinal) && property.Name.EndsWith("Set", StringComparison.Ordinal)))
                .Select(property => (property.Name, Value: property.GetValue(value)));
        return $"{type.Name} {{ {string.Join(
            ", ",
            fields.Where(member => member.Value is not null && !ignored.Contains(member.Name)).OrderBy(member => member.Name, StringComparer.Ordinal).Select(
                member => $"{member.Name}: {Of(member.Value, ignored)}"))} }}";
    }
}
