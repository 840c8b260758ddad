namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>The service's limits on expressions.</summary>
/// <remarks>Documented at <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Quotas and limits</see>.</remarks>
internal static class ExpressionLimits
{
    /// <summary>UTF-8 bytes of an expression as sent, before placeholders are replaced.</summary>
    public const int MaxTextBytes = 4096;

    /// <summary>Comparators, logical operators, arithmetic and functions of one expression.</summary>
    public const int MaxOperatorCount = 300;

    /// <summary>Candidates of <c>IN</c>.</summary>
    public const int MaxInCandidateCount = 100;

    /// <summary>Levels of a document path: an item nests no deeper.</summary>
    public const int MaxPathDepth = 32;

    /// <summary>Lists and maps around the innermost value of a placeholder's value: one less is allowed.</summary>
    public const int MaxValueDepth = 32;

    /// <summary>Names and values behind the placeholders of one request.</summary>
    public const int MaxSubstitutionBytes = 2 * 1024 * 1024;

    /// <summary>Characters of a placeholder.</summary>
    public const int MaxPlaceholderBytes = 255;

    /// <summary>
    ///     How deep the parser recurses. Each level of parentheses that is not redundant holds an operator,
    ///     so nothing legal nests deeper than the operators allow.
    /// </summary>
    public const int MaxNesting = MaxOperatorCount + 10;
}
