using EFCore.Dynamo.Properties;

namespace EFCore.Dynamo.Query.Planning.Filters;

/// <summary>The service's limit on expressions, met by lists in filters.</summary>
internal static class FilterLength
{
    private const int MaxExpressionBytes = 4096;

    /// <summary>Fails before the service does, with the way out.</summary>
    /// <exception cref="InvalidOperationException">The FilterExpression is longer than 4,096 bytes.</exception>
    public static void Check(FilterText filter)
    {
        // The text is ASCII: names and values are placeholders.
        if (filter.Expression is { Length: > MaxExpressionBytes } text)
        {
            throw new InvalidOperationException(PlanningStrings.FilterTooLong(text.Length));
        }
    }
}
