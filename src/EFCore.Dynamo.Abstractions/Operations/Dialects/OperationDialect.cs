using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Operations;

/// <summary>
///     What one operation of one dialect does and says differently when it checks a request. Data; validators ask its members and know no dialect.
/// </summary>
/// <remarks>
///     <see cref="OperationDialects" /> has the table. A new difference is a new member here, with the value of the older service as its default where there
///     is one, and a line in that table. What is not listed here is said alike by all: texts of keys, tables and sizes are never worded by a dialect.
/// </remarks>
internal sealed record OperationDialect
{
    /// <summary>
    ///     In front of a single violated constraint; today the single-item writes have it in front of almost everything that is wrong with a request.
    /// </summary>
    public const string Envelope = "1 validation error detected: ";

    /// <summary>
    ///     In front of what is wrong with values, placeholders, expressions, legacy parameters and <c>ReturnValues</c>: <see cref="Envelope" /> or nothing.
    /// </summary>
    public string Prefix { get; init; } = string.Empty;

    /// <summary>How values that are none are worded.</summary>
    public ValueWording Values { get; init; } = ValueWording.Older;

    /// <summary>
    ///     Whether an error of a placeholder's value names the placeholder: <c>ExpressionAttributeValues contains invalid value: … for key :v</c>.
    /// </summary>
    public bool NamesPlaceholders { get; init; } = true;

    /// <summary>Whether <c>ExpressionAttributeValues can only be specified when using expressions</c> goes on with the expressions that are null.</summary>
    public bool NamesMissingExpressions { get; init; } = true;

    /// <summary>In front of the error of a value in <c>ExclusiveStartKey</c>.</summary>
    public string StartKeyPrefix { get; init; } = "The provided starting key is invalid: ";

    /// <summary>
    ///     Whether values of placeholders are refused for nesting 32 levels deep before conditions are evaluated; otherwise only the finished item is looked
    ///     at.
    /// </summary>
    public bool ChecksDepthOfExpressionValues { get; init; } = true;

    /// <summary>
    ///     Whether the clauses of an UpdateExpression have a largest size of their own, checked together with the finished item's before the condition;
    ///     otherwise only the item has one, checked after.
    /// </summary>
    public bool ChargesUpdateClauses { get; init; }

    /// <summary>Whether <c>ReturnValues</c> that the operation does not know come before the values of the request.</summary>
    public bool ChecksReturnValuesFirst { get; init; }

    /// <summary>
    ///     Whether a condition with a path into a key attribute is refused although the item or key does not fit the table; otherwise that is said first.
    /// </summary>
    public bool ChecksKeyPathsFirst { get; init; }

    /// <summary>
    ///     Whether an item whose key does not fit the table is answered with the attribute that is missing or of another type; otherwise with one text for all.
    /// </summary>
    public bool NamesKeyAttributes { get; init; } = true;

    /// <summary>What is said of a batch that names no table, where nothing else is wrong; null where that is a violated constraint like others.</summary>
    public string? EmptyBatch { get; init; }

    /// <summary>How many characters the table names have at least that are the keys of a batch.</summary>
    public int MinBatchTableNameLength { get; init; } = 1;

    /// <summary>Whether the table names of a batch are looked at although the rest of the request violates constraints.</summary>
    public bool JoinsBatchTableNames { get; init; } = true;

    /// <summary>Whether texts show a batch as the JSON that it came as; otherwise as the service's objects print themselves.</summary>
    public bool ShowsBatchesAsJson { get; init; }

    /// <summary>Violated constraints of the API model.</summary>
    public ConstraintDialect Constraints { get; init; } = ConstraintDialect.Usual;

    /// <summary>
    ///     What a request is answered by that has a value nested deeper than <see cref="DepthTexts.MaxReadDepth" />; null where that makes no difference.
    /// </summary>
    public OperationDialect? OfDeepValues { get; init; }

    /// <summary>This, or what holds for a request with these findings instead.</summary>
    public OperationDialect For(RequestFindings? findings) => findings is { HasDeepValue: true } && OfDeepValues is { } other ? other : this;

    /// <summary>A text with what the operation says in front of it. One that has it already stays as it is: some come with it in every dialect.</summary>
    public string Word(string message) => Prefix.Length == 0 || message.StartsWith(Prefix, StringComparison.Ordinal) ? message : Prefix + message;

    /// <summary>The text about a value that is none.</summary>
    public string Word(ValueFinding finding)
    {
        var message = finding.Error.ToMessage(Values);
        return Word(
            NamesPlaceholders && finding.Placeholder is { } placeholder
                ? $"ExpressionAttributeValues contains invalid value: {message} for key {placeholder}"
                : message);
    }
}
