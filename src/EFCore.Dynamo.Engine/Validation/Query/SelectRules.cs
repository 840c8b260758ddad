using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>Which values of <see cref="Select" /> go with which parameters.</summary>
internal static class SelectRules
{
    public static ServiceError? Validate(Select? select, string? indexName, string? projectionExpression)
    {
        if (select is null)
            return null;
        if (select == Select.AllProjectedAttributes && indexName is null)
            return ServiceError.Validation(ReadTexts.AllProjectedNeedsIndex);
        if (select == Select.SpecificAttributes)
            return projectionExpression is null ? ServiceError.Validation(ReadTexts.SpecificNeedsProjection) : null;
        return projectionExpression is null ? null : ServiceError.Validation(ReadTexts.ProjectionWithSelect(NameOf(select.Value)));
    }

    private static string NameOf(Select select) => select switch
    {
        Select.AllAttributes => "ALL_ATTRIBUTES",
        Select.AllProjectedAttributes => "ALL_PROJECTED_ATTRIBUTES",
        _ => "only the Count",
    };
}
