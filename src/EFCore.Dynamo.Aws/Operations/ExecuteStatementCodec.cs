using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>ExecuteStatement to the SDK's types and back.</summary>
internal static class ExecuteStatementCodec
{
    public static Model.ExecuteStatementRequest ToSdk(ExecuteStatementRequest request) => new()
    {
        Statement = request.Statement,
        Parameters = Collections.ToSdk(request.Parameters, ItemCodec.ToSdk),
        ConsistentRead = request.ConsistentRead ? true : null,
        NextToken = request.NextToken,
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.ToSdkUnlessDefault(request.ReturnConsumedCapacity),
        Limit = request.Limit,
        ReturnValuesOnConditionCheckFailure = Enums.ReturnValuesOnConditionCheckFailure.ToSdkUnlessDefault(request.ReturnValuesOnConditionCheckFailure),
    };

    public static ExecuteStatementRequest FromSdk(Model.ExecuteStatementRequest request) => new()
    {
        Statement = request.Statement,
        Parameters = ItemCodec.ParametersFromRequest(request.Parameters, "parameters"),
        ConsistentRead = request.ConsistentRead ?? false,
        NextToken = request.NextToken,
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.FromRequest(request.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default,
        Limit = request.Limit,
        ReturnValuesOnConditionCheckFailure =
            Enums.ReturnValuesOnConditionCheckFailure.FromRequest(request.ReturnValuesOnConditionCheckFailure, "returnValuesOnConditionCheckFailure")
                ?? default,
    };

    public static Model.ExecuteStatementResponse ToSdk(ExecuteStatementResponse response) => new()
    {
        Items = ItemCodec.ToSdk(response.Items),
        NextToken = response.NextToken,
        ConsumedCapacity = CapacityCodec.ToSdk(response.ConsumedCapacity),
        LastEvaluatedKey = ItemCodec.ToSdk(response.LastEvaluatedKey),
    };

    public static ExecuteStatementResponse FromSdk(Model.ExecuteStatementResponse response) => new()
    {
        Items = ItemCodec.FromSdk(response.Items),
        NextToken = response.NextToken,
        ConsumedCapacity = CapacityCodec.FromSdk(response.ConsumedCapacity),
        LastEvaluatedKey = ItemCodec.FromSdk(response.LastEvaluatedKey),
    };
}
