using Amazon.DynamoDBv2;
using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>BatchExecuteStatement to the SDK's types and back.</summary>
internal static class BatchExecuteStatementCodec
{
    public static Model.BatchExecuteStatementRequest ToSdk(BatchExecuteStatementRequest request) => new()
    {
        Statements = Collections.ToSdk(request.Statements, ToSdk),
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.ToSdkUnlessDefault(request.ReturnConsumedCapacity),
    };

    public static BatchExecuteStatementRequest FromSdk(Model.BatchExecuteStatementRequest request) => new()
    {
        Statements = Collections.FromSdk(request.Statements, FromSdk),
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.FromRequest(request.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default,
    };

    public static Model.BatchExecuteStatementResponse ToSdk(BatchExecuteStatementResponse response) => new()
    {
        Responses = Collections.ToSdk(response.Responses, ToSdk),
        ConsumedCapacity = CapacityCodec.ToSdk(response.ConsumedCapacity),
    };

    public static BatchExecuteStatementResponse FromSdk(Model.BatchExecuteStatementResponse response) => new()
    {
        Responses = Collections.FromSdk(response.Responses, FromSdk) ?? [],
        ConsumedCapacity = CapacityCodec.FromSdk(response.ConsumedCapacity),
    };

    private static Model.BatchStatementRequest ToSdk(BatchStatementRequest statement) => new()
    {
        Statement = statement.Statement,
        Parameters = Collections.ToSdk(statement.Parameters, ItemCodec.ToSdk),
        ConsistentRead = statement.ConsistentRead ? true : null,
        ReturnValuesOnConditionCheckFailure = Enums.ReturnValuesOnConditionCheckFailure.ToSdkUnlessDefault(statement.ReturnValuesOnConditionCheckFailure),
    };

    private static BatchStatementRequest FromSdk(Model.BatchStatementRequest statement, int index) => new()
    {
        Statement = statement.Statement,
        Parameters = ItemCodec.ParametersFromRequest(statement.Parameters, MemberPath.OfElement("statements", index, "parameters")),
        ConsistentRead = statement.ConsistentRead ?? false,
        ReturnValuesOnConditionCheckFailure = Enums.ReturnValuesOnConditionCheckFailure.FromRequest(
            statement.ReturnValuesOnConditionCheckFailure, MemberPath.OfElement("statements", index, "returnValuesOnConditionCheckFailure")) ?? default,
    };

    private static Model.BatchStatementResponse ToSdk(BatchStatementResponse response) => new()
    {
        Error = response.Error is not { } error ? null : new Model.BatchStatementError
        {
            Code = error.Code is null ? null : new BatchStatementErrorCodeEnum(error.Code),
            Message = error.Message,
            Item = ItemCodec.ToSdk(error.Item),
        },
        TableName = response.TableName,
        Item = ItemCodec.ToSdk(response.Item),
    };

    private static BatchStatementResponse FromSdk(Model.BatchStatementResponse response) => new()
    {
        Error = response.Error is { } error ? new BatchStatementError(error.Code?.Value, error.Message, ItemCodec.FromSdk(error.Item)) : null,
        TableName = response.TableName,
        Item = ItemCodec.FromSdk(response.Item),
    };
}
