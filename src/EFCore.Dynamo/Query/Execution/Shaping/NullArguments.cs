using System.Collections.Concurrent;
using System.Reflection;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>Which methods take null: <c>text.Contains(null)</c> throws in C#, and is null, so no match, to a query.</summary>
internal static class NullArguments
{
    private static readonly ConcurrentDictionary<MethodInfo, bool[]> TakesNull = new();

    /// <summary>Whether the argument at a position may be null.</summary>
    /// <remarks>Asked of .NET's own methods only: those of an application are called with what the query gives them.</remarks>
    public static bool AreTaken(MethodInfo method, int position)
        => method.DeclaringType?.Namespace is not { } name
            || !(name == nameof(System) || name.StartsWith("System.", StringComparison.Ordinal))
            || TakesNull.GetOrAdd(method.IsGenericMethod ? method.GetGenericMethodDefinition() : method, Read)[position];

    private static bool[] Read(MethodInfo method)
    {
        var parameters = method.GetParameters();
        // The sources of LINQ's methods and the texts of a string's methods are known where the annotations are trimmed away.
        if (AppContext.TryGetSwitch("System.Reflection.NullabilityInfoContext.IsSupported", out var isSupported) && !isSupported)
        {
            var takesNone = method.DeclaringType == typeof(Enumerable)
                || method.Name is nameof(string.Contains) or nameof(string.StartsWith) or nameof(string.EndsWith) or nameof(string.IndexOf);
            return Array.ConvertAll(parameters, p => p.Position > 0 || !takesNone);
        }

        var context = new NullabilityInfoContext();
        return Array.ConvertAll(parameters, p => p.ParameterType.IsGenericParameter || context.Create(p).WriteState != NullabilityState.NotNull);
    }
}
