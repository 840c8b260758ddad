namespace EFCore.Dynamo.Engine.Reading;

/// <summary>The service's texts that Query and Scan share.</summary>
internal static class ReadTexts
{
    public const string ConsistentReadOnGlobalIndex = "Consistent reads are not supported on global secondary indexes";
    public const string AllProjectedNeedsIndex = "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName";

    public const string SpecificNeedsProjection =
        "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES";

    /// <summary>In front of what Query says about <c>Select</c>; Scan says it without.</summary>
    public const string QueryPrefix = "1 validation error detected: ";

    public const string KeyConditionRequired =
        "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.";

    public const string SegmentWithoutTotal =
        "The TotalSegments parameter is required but was not present in the request when Segment parameter is present";

    public const string TotalWithoutSegment =
        "The Segment parameter is required but was not present in the request when parameter TotalSegments is present";

    public static string SegmentTooLarge(int segment, int totalSegments)
        => $"The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: {segment} is not less than TotalSegments: {totalSegments}";

    /// <param name="projection">The parameter that says which attributes to return.</param>
    /// <param name="select">What was chosen.</param>
    public static string ProjectionWithSelect(string projection, string select) => $"Cannot specify the {projection} when choosing to get {select}";

    public static string AllAttributesOnGlobalIndex(string indexName)
        => "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index "
        + $"{indexName} because its projection type is not ALL";

    public static string FilterNotProjected(string indexName, string attributeNames)
        => $"One or more parameter values were invalid: Secondary index {indexName} does not project one or more filter attributes: [{attributeNames}]";

    public static string NotProjected(string indexName, string attributeNames)
        => $"One or more parameter values were invalid: Global secondary index {indexName} does not project [{attributeNames}]";
}
