using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Operations;

/// <summary>The dialect of each operation: the one place that knows how today's service and the older one differ.</summary>
/// <remarks>Observed in October 2026 in 33 regions; eng/adr/0020-validation-dialects.md. Operations that are not here check and say the same in both.</remarks>
internal sealed record OperationDialects
{
    private static readonly OperationDialect Older = new();

    /// <summary>Today's texts of values, with nothing around them.</summary>
    private static readonly OperationDialect Bare = new() { Values = ValueWording.Current, NamesPlaceholders = false, StartKeyPrefix = string.Empty };

    /// <summary>PutItem; DeleteItem and UpdateItem differ in little.</summary>
    private static readonly OperationDialect SingleWrite = Bare with
    {
        Prefix = OperationDialect.Envelope,
        NamesMissingExpressions = false,
        Constraints = new()
        {
            FirstMembers = ["returnConsumedCapacity", "tableName", "item", "key", "conditionalOperator", "returnValues"],
            Forms = [ConstraintForms.EmptyTableName, ConstraintForms.UnknownConditionalOperator, ConstraintForms.UnknownReturnValues],
        },
        OfDeepValues = Older,
    };

    /// <summary>Of eu-south-2 and me-central-1, and of all regions before: eng/adr/0012-one-text-for-all-violations.md.</summary>
    public static OperationDialects Classic { get; } = new()
    {
        GetItem = Older,
        PutItem = Older,
        UpdateItem = Older with { ChecksDepthOfExpressionValues = false },
        DeleteItem = Older,
        Query = Older,
        Scan = Older,
        BatchGetItem = Older with { EmptyBatch = "The requestItems parameter is required for BatchGetItem" },
        BatchWriteItem = Older with { NamesKeyAttributes = false, EmptyBatch = "The requestItems parameter is required for BatchWriteItem" },
        TransactGetItems = Older,
        TransactWriteItems = Older with
        {
            ChecksDepthOfExpressionValues = false,
            ChecksKeyPathsFirst = true,
            Constraints = new() { FirstMembers = ["clientRequestToken", "returnConsumedCapacity"] },
        },
        ExecuteStatement = new() { Values = ValueWording.Statement },
    };

    /// <summary>Of most regions.</summary>
    public static OperationDialects Current { get; } = Classic with
    {
        GetItem = Bare,
        PutItem = SingleWrite,
        UpdateItem = SingleWrite with
        {
            ChargesUpdateClauses = true,
            Constraints = new()
            {
                Forms =
                [
                    ConstraintForms.EmptyTableName,
                    ConstraintForms.UnknownReturnValues with { IsAlone = true },
                    ConstraintForms.UnknownConditionalOperator with { IsAlone = true },
                ],
                WithoutKey = new()
                {
                    FirstMembers = ["conditionalOperator", "returnConsumedCapacity", "tableName", "returnValues", "key"],
                    Forms = [ConstraintForms.EmptyTableName],
                },
            },
        },
        DeleteItem = SingleWrite with { OfDeepValues = Older with { ChecksReturnValuesFirst = true } },
        Query = Bare with
        {
            Constraints = new()
            {
                Forms = [ConstraintForms.UnknownConditionalOperator with { IsAlone = true, IsBare = true }, ConstraintForms.LimitOutOfRange],
            },
        },
        BatchGetItem = Bare with
        {
            MinBatchTableNameLength = 3,
            ShowsBatchesAsJson = true,
            Constraints = new() { Forms = [ConstraintForms.EmptyRequestItems, ConstraintForms.KeyCount, ConstraintForms.TableNamesFirst] },
        },
        BatchWriteItem = Classic.BatchWriteItem with { MinBatchTableNameLength = 3, JoinsBatchTableNames = false },
        TransactWriteItems = Classic.TransactWriteItems with { ChargesUpdateClauses = true },
    };

    public required OperationDialect GetItem { get; init; }

    public required OperationDialect PutItem { get; init; }

    public required OperationDialect UpdateItem { get; init; }

    public required OperationDialect DeleteItem { get; init; }

    public required OperationDialect Query { get; init; }

    public required OperationDialect Scan { get; init; }

    public required OperationDialect BatchGetItem { get; init; }

    public required OperationDialect BatchWriteItem { get; init; }

    public required OperationDialect TransactGetItems { get; init; }

    public required OperationDialect TransactWriteItems { get; init; }

    /// <summary>BatchExecuteStatement and ExecuteTransaction too.</summary>
    public required OperationDialect ExecuteStatement { get; init; }

    /// <summary>The dialect of a request's operation, for the few who meet requests of any.</summary>
    public OperationDialect Of(object? request) => request switch
    {
        GetItemRequest => GetItem,
        PutItemRequest => PutItem,
        UpdateItemRequest => UpdateItem,
        DeleteItemRequest => DeleteItem,
        QueryRequest => Query,
        ScanRequest => Scan,
        BatchGetItemRequest => BatchGetItem,
        BatchWriteItemRequest => BatchWriteItem,
        TransactGetItemsRequest => TransactGetItems,
        TransactWriteItemsRequest => TransactWriteItems,
        ExecuteStatementRequest or BatchExecuteStatementRequest or ExecuteTransactionRequest => ExecuteStatement,
        _ => Older,
    };
}
