using System.Collections;
using System.Reflection;
using Amazon.Runtime;

namespace EFCore.Dynamo.Aws.Tests.Harness;

/// <summary>
///     What the SDK holds to be set in one of its objects, however deep: its own <c>IsSet…</c> methods and <c>Is…Set</c> properties, and the types of
///     collections, by which it tells an empty one from none.
/// </summary>
internal static class SetMembers
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>A line for each member, in order.</summary>
    /// <param name="response">The object.</param>
    /// <param name="ignored">Names of members that differ by nature.</param>
    public static string Of(object response, params string[] ignored)
    {
        var lines = new List<string>();
        Visit(lines, response.GetType().Name, response, ignored);
        return string.Join('\n', lines);
    }

    private static void Visit(List<string> lines, string path, object? value, string[] ignored)
    {
        switch (value)
        {
            case IDictionary map:
                lines.Add($"{path}: {value.GetType().Name}");
                foreach (var key in map.Keys.Cast<object>().OrderBy(static key => key.ToString(), StringComparer.Ordinal))
                {
                    Visit(lines, $"{path}[{key}]", map[key], ignored);
                }

                break;
            case IList list:
                lines.Add($"{path}: {value.GetType().Name}");
                for (var i = 0; i < list.Count; i++)
                {
                    Visit(lines, $"{path}[{i}]", list[i], ignored);
                }

                break;
            case not null and not ConstantClass when value.GetType().Namespace == typeof(Amazon.DynamoDBv2.Model.AttributeValue).Namespace:
                VisitMembers(lines, path, value, ignored);
                break;
        }
    }

    private static void VisitMembers(List<string> lines, string path, object value, string[] ignored)
    {
        var type = value.GetType();
        foreach (var method in type.GetMethods(Instance).Where(
            static method => method.Name.StartsWith("IsSet", StringComparison.Ordinal) && method.GetParameters().Length == 0).OrderBy(
            static method => method.Name, StringComparer.Ordinal))
        {
            lines.Add($"{path}.{method.Name}: {method.Invoke(value, null)}");
        }

        foreach (var property in type.GetProperties().Where(static property => property.GetIndexParameters().Length == 0).OrderBy(
            static property => property.Name, StringComparer.Ordinal))
        {
            if (property.PropertyType == typeof(bool) && property.Name.StartsWith("Is", StringComparison.Ordinal))
            {
                lines.Add($"{path}.{property.Name}: {property.GetValue(value)}");
            }
            else if (!ignored.Contains(property.Name))
            {
                Visit(lines, $"{path}.{property.Name}", property.GetValue(value), ignored);
            }
        }
    }
}
