using System.Collections;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Constraints;

namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>Reads the elements of a list that is a query parameter.</summary>
internal static class ListValues
{
    /// <summary>The distinct elements that are not null, in the order of the list.</summary>
    /// <param name="collection">The parameter.</param>
    /// <param name="parameters">The values of one execution.</param>
    /// <param name="hasNull">Whether the list holds a null.</param>
    /// <exception cref="InvalidOperationException">The parameter is missing or is no list.</exception>
    public static List<object> Read(ParameterOperand collection, IReadOnlyDictionary<string, object?>? parameters, out bool hasNull)
    {
        hasNull = false;
        if (parameters is null || !parameters.TryGetValue(collection.Name, out var parameter) || parameter is not (null or IEnumerable))
        {
            throw new InvalidOperationException(PlanningStrings.ParameterMissing(collection.Name));
        }

        // As in SQL, a list that is null holds nothing.
        var elements = (IEnumerable?)parameter ?? Array.Empty<object>();
        var values = new List<object>();
        var seen = new HashSet<object>(ExactValueComparer.Instance);
        foreach (var element in elements)
        {
            if (element is null)
            {
                hasNull = true;
            }
            else if (seen.Add(element))
            {
                values.Add(element);
            }
        }

        return values;
    }

    /// <summary>Whether a list holds a null in this execution.</summary>
    public static bool HasNull(ListConstraint list, IReadOnlyDictionary<string, object?> parameters)
        => list.Collection is { } collection
            ? parameters.GetValueOrDefault(collection.Name) is IEnumerable elements && elements.Cast<object?>().Contains(null)
            : list.Values.Any(v => v is ParameterOperand parameter && parameters.GetValueOrDefault(parameter.Name) is null);

    /// <summary>The distinct values of a list that are not null.</summary>
    /// <exception cref="InvalidOperationException">It holds a null, which the index of the key has no items for.</exception>
    public static List<object> Read(KeyList list, IReadOnlyDictionary<string, object?> parameters)
    {
        List<object> values;
        bool hasNull;
        if (list.Constraint.Collection is { } collection)
        {
            values = Read(collection, parameters, out hasNull);
        }
        else
        {
            var resolved = list.Constraint.Values.Select(v => ValueSlot.OfOperand(v).Resolve(new KeyBinding(parameters, null))).ToList();
            hasNull = resolved.Contains(null);
            values = [.. resolved.OfType<object>().Distinct(ExactValueComparer.Instance)];
        }

        return hasNull && list.NullRefusal is not null ? throw new InvalidOperationException(list.NullRefusal) : values;
    }
}
