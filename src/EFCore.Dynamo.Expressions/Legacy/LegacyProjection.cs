using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;

namespace EFCore.Dynamo.Expressions.Legacy;

/// <summary>The legacy <c>AttributesToGet</c> of reads, as a bound projection.</summary>
/// <remarks>
///     See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.AttributesToGet.html">AttributesToGet</see>.
/// </remarks>
internal static class LegacyProjection
{
    /// <summary>Checks that no name occurs twice, and compiles the names: those of top-level attributes, never paths.</summary>
    /// <param name="attributesToGet">The names; null where the request has none.</param>
    /// <exception cref="DynamoValidationException">A name occurs twice.</exception>
    public static BoundProjection? Bind(IReadOnlyList<string>? attributesToGet)
    {
        if (attributesToGet is null)
        {
            return null;
        }

        var slots = new LegacySlots(attributesToGet.Count);
        var seen = new HashSet<string>(attributesToGet.Count, StringComparer.Ordinal);
        foreach (var attribute in attributesToGet)
        {
            if (!seen.Add(attribute))
            {
                throw LegacyErrors.DuplicateAttribute(attribute);
            }

            _ = slots.AddAttribute(attribute);
        }

        var names = slots.ResolveNames();
        return new(slots.Paths, names, PathTree.Build(slots.Paths, names));
    }
}
