using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Tests.Properties;

/// <summary>Projects paths on plain objects: each path is looked up by itself, then what they have found is put together.</summary>
internal static class ProjectionOracle
{
    public static Dictionary<string, object> Project(Dictionary<string, object> item, IEnumerable<AttributePath> paths)
    {
        var found = paths.Where(path => ConditionOracle.Find(item, path) is not null)
            .Select(path => path.Elements.Select(Step).Prepend(ConditionOracle.Resolve(path.Root)).ToList())
            .ToList();
        return found.Count == 0 ? [] : (Dictionary<string, object>)Pick(item, found);
    }

    private static object Pick(object value, List<List<object>> paths)
    {
        if (paths[0].Count == 0)
        {
            return value;
        }

        var children = paths.GroupBy(path => path[0], path => path[1..]);
        return value is Dictionary<string, object> map
            ? children.ToDictionary(child => (string)child.Key, child => Pick(map[(string)child.Key], [.. child]))
            : children.OrderBy(child => (int)child.Key).Select(child => Pick(((List<object>)value)[(int)child.Key], [.. child])).ToList();
    }

    private static object Step(PathElement element) => element.Name is { } name ? ConditionOracle.Resolve(name) : element.Index;
}
