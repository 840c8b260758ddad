using EFCore.Dynamo.Expressions;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>Binds the one expression of reads by key.</summary>
internal static class ReadExpressions
{
    /// <exception cref="Errors.DynamoValidationException">An expression that is none by the service's rules, or its placeholders.</exception>
    public static BoundProjection? BindProjection(string? projection, IReadOnlyDictionary<string, string>? names)
    {
        if (projection is null)
            return null;

        var placeholders = new RequestPlaceholders(names, null, areChecked: true);
        var bound = ProjectionExpression.Parse(projection).Bind(placeholders);
        placeholders.ThrowIfUnused();
        return bound;
    }
}
