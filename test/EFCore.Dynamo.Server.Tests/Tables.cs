namespace EFCore.Dynamo.Server.Tests;

/// <summary>Bodies of CreateTable.</summary>
internal static class Tables
{
    /// <summary>On demand, with a string partition key <c>pk</c>.</summary>
    public static string Create(string name) => $$"""
        {"TableName":"{{name}}","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}
        """;
}
