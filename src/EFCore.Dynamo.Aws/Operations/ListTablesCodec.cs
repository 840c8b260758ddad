using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>ListTables to the SDK's types and back.</summary>
internal static class ListTablesCodec
{
    public static Model.ListTablesRequest ToSdk(ListTablesRequest request)
        => new() { ExclusiveStartTableName = request.ExclusiveStartTableName, Limit = request.Limit };

    public static ListTablesRequest FromSdk(Model.ListTablesRequest request)
        => new() { ExclusiveStartTableName = request.ExclusiveStartTableName, Limit = request.Limit };

    public static Model.ListTablesResponse ToSdk(ListTablesResponse response) => new()
    {
        TableNames = NamesCodec.ToSdk(response.TableNames),
        LastEvaluatedTableName = response.LastEvaluatedTableName,
    };

    public static ListTablesResponse FromSdk(Model.ListTablesResponse response) => new(response.TableNames ?? [], response.LastEvaluatedTableName);
}
