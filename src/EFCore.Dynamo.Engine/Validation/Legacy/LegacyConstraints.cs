using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation.Legacy;

/// <summary>The constraints of the API model on legacy parameters. Each does nothing where the request has none.</summary>
internal static class LegacyConstraints
{
    public static void Collect(ref ConstraintErrors errors, IReadOnlyList<string>? attributesToGet, string path = "attributesToGet")
    {
        if (attributesToGet is null)
        {
            return;
        }

        errors.RequireCount(attributesToGet.Count, 1, int.MaxValue, path, static () => "[]");
        for (var i = 0; i < attributesToGet.Count; i++)
        {
            if (attributesToGet[i] is null)
            {
                errors.RequireNotNull(isPresent: false, $"{path}.{i + 1}.member");
            }
        }
    }

    public static void Collect(ref ConstraintErrors errors, IReadOnlyDictionary<string, Condition>? conditions, string path)
    {
        if (conditions is null)
        {
            return;
        }

        foreach (var (attribute, condition) in conditions)
        {
            if (condition?.ComparisonOperator is null)
            {
                errors.RequireNotNull(isPresent: false, $"{path}.{attribute}.member{(condition is null ? string.Empty : ".comparisonOperator")}");
            }
        }
    }

    public static void Collect(ref ConstraintErrors errors, IReadOnlyDictionary<string, ExpectedAttributeValue>? expected)
    {
        if (expected is not null)
        {
            RequireElements(ref errors, expected, "expected");
        }
    }

    public static void Collect(ref ConstraintErrors errors, IReadOnlyDictionary<string, AttributeValueUpdate>? attributeUpdates)
    {
        if (attributeUpdates is not null)
        {
            RequireElements(ref errors, attributeUpdates, "attributeUpdates");
        }
    }

    private static void RequireElements<T>(ref ConstraintErrors errors, IReadOnlyDictionary<string, T> map, string path)
        where T : class
    {
        foreach (var (attribute, element) in map)
        {
            if (element is null)
            {
                errors.RequireNotNull(isPresent: false, $"{path}.{attribute}.member");
            }
        }
    }
}
