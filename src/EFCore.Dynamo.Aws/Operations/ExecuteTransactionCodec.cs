using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>ExecuteTransaction to the SDK's types and back.</summary>
internal static class ExecuteTransactionCodec
{
    public static Model.ExecuteTransactionRequest ToSdk(ExecuteTransactionRequest request) => new()
    {
        TransactStatements = Collections.ToSdk(request.TransactStatements, ToSdk),
        ClientRequestToken = request.ClientRequestToken,
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.ToSdkUnlessDefault(request.ReturnConsumedCapacity),
    };

    public static ExecuteTransactionRequest FromSdk(Model.ExecuteTransactionRequest request) => new()
    {
        TransactStatements = Collections.FromSdk(request.TransactStatements, FromSdk),
        ClientRequestToken = request.ClientRequestToken,
        ReturnConsumedCapacity = Enums.ReturnConsumedCapacity.FromRequest(request.ReturnConsumedCapacity, "returnConsumedCapacity") ?? default,
    };

    public static Model.ExecuteTransactionResponse ToSdk(ExecuteTransactionResponse response) => new()
    {
        Responses = Collections.ToSdk(response.Responses, static item => new Model.ItemResponse { Item = ItemCodec.ToSdk(item) }),
        ConsumedCapacity = CapacityCodec.ToSdk(response.ConsumedCapacity),
    };

    public static ExecuteTransactionResponse FromSdk(Model.ExecuteTransactionResponse response) => new()
    {
        Responses = Collections.FromSdk<Model.ItemResponse, Item?>(response.Responses, static found => ItemCodec.FromSdk(found.Item)),
        ConsumedCapacity = CapacityCodec.FromSdk(response.ConsumedCapacity),
    };

    private static Model.ParameterizedStatement ToSdk(ParameterizedStatement statement) => new()
    {
        Statement = statement.Statement,
        Parameters = Collections.ToSdk(statement.Parameters, ItemCodec.ToSdk),
        ReturnValuesOnConditionCheckFailure = Enums.ReturnValuesOnConditionCheckFailure.ToSdkUnlessDefault(statement.ReturnValuesOnConditionCheckFailure),
    };

    private static ParameterizedStatement FromSdk(Model.ParameterizedStatement statement, int index) => new()
    {
        Statement = statement.Statement,
        Parameters = ItemCodec.ParametersFromRequest(statement.Parameters, MemberPath.OfElement("transactStatements", index, "parameters")),
        ReturnValuesOnConditionCheckFailure = Enums.ReturnValuesOnConditionCheckFailure.FromRequest(
            statement.ReturnValuesOnConditionCheckFailure, MemberPath.OfElement("transactStatements", index, "returnValuesOnConditionCheckFailure")) ?? default,
    };
}
