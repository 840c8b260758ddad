using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Reading;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Engine.Validation.Expressions;
using EFCore.Dynamo.Engine.Validation.Items;
using EFCore.Dynamo.Engine.Validation.Legacy;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Scan;

/// <summary>The rules of Scan that need no table.</summary>
internal static class ScanValidator
{
    private const int MaxTotalSegments = 1_000_000;
    private const string ValueParameters = "FilterExpression is null";

    public static ServiceError? Validate(ScanRequest request, OperationDialect dialect)
    {
        var errors = new ConstraintErrors(request.Findings);
        ResourceNameRules.RequireTableName(ref errors, request.TableName);
        ResourceNameRules.RequireConstraints(ref errors, request.IndexName, "indexName");
        errors.RequireRange(request.Limit, 1, int.MaxValue, "limit");
        errors.RequireRange(request.TotalSegments, 1, MaxTotalSegments, "totalSegments");
        errors.RequireRange(request.Segment, 0, MaxTotalSegments - 1, "segment");
        LegacyConstraints.Collect(ref errors, request.AttributesToGet);
        LegacyConstraints.Collect(ref errors, request.ScanFilter, "scanFilter");
        if (!errors.IsEmpty)
        {
            return errors.ToError(dialect);
        }

        var hasFilter = request.FilterExpression is not null;
        var hasExpression = hasFilter || request.ProjectionExpression is not null;
        return LegacyRules.ValidateMixing(request, dialect)
            ?? PlaceholderRules.Validate(
                request.ExpressionAttributeNames, request.ExpressionAttributeValues, hasExpression, hasFilter, ValueParameters, dialect, request.Findings)
            ?? ValidateSegments(request)
            ?? ValueRules.Validate(request.Findings, "scanFilter", dialect)
            ?? ValueRules.ValidateStartKey(request.Findings, dialect);
    }

    /// <summary>What the service checks once it has understood the expressions.</summary>
    public static ServiceError? ValidateSelection(ScanRequest request)
        => SelectRules.Validate(request.Select, request.IndexName, request.ProjectionExpression, request.AttributesToGet);

    private static ServiceError? ValidateSegments(ScanRequest request)
    {
        if (request.TotalSegments is null)
        {
            return request.Segment is null ? null : ServiceError.Validation(ReadTexts.SegmentWithoutTotal);
        }

        if (request.Segment is null)
        {
            return ServiceError.Validation(ReadTexts.TotalWithoutSegment);
        }

        return request.Segment >= request.TotalSegments
            ? ServiceError.Validation(ReadTexts.SegmentTooLarge(request.Segment.Value, request.TotalSegments.Value))
            : null;
    }
}
