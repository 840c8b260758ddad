using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Engine.Reading;

/// <summary>Which values of <see cref="Select" /> go with which parameters.</summary>
internal static class SelectRules
{
    public static ServiceError? Validate(Select? select, string? indexName, string? projectionExpression, IReadOnlyList<string>? attributesToGet)
    {
        if (select is null)
        {
            return null;
        }

        if (select == Select.AllProjectedAttributes && indexName is null)
        {
            return ServiceError.Validation(ReadTexts.AllProjectedNeedsIndex);
        }

        var projection = projectionExpression is not null ? "ProjectionExpression" : attributesToGet is not null ? "AttributesToGet" : null;
        if (select == Select.SpecificAttributes)
        {
            return projection is null ? ServiceError.Validation(ReadTexts.SpecificNeedsProjection) : null;
        }

        return projection is null ? null : ServiceError.Validation(ReadTexts.ProjectionWithSelect(projection, NameOf(select.Value)));
    }

    private static string NameOf(Select select) => select == Select.Count ? "only the Count" : WireEnums.Select.GetText(select);
}
