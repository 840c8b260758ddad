using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.Legacy;

namespace EFCore.Dynamo.Engine.Reading;

/// <summary>Binds the one expression of reads by key, or the legacy names in its place.</summary>
internal static class ReadExpressions
{
    /// <exception cref="DynamoValidationException">An expression that is none by the service's rules, or its placeholders.</exception>
    public static BoundProjection? BindProjection(string? projection, IReadOnlyDictionary<string, string>? names, IReadOnlyList<string>? attributesToGet = null)
    {
        if (projection is null)
        {
            return attributesToGet is null ? null : LegacyProjection.Bind(attributesToGet);
        }

        var placeholders = new RequestPlaceholders(names, null, areChecked: true);
        var bound = ProjectionExpression.Parse(projection).Bind(placeholders);
        placeholders.ThrowIfUnused();
        return bound;
    }
}
