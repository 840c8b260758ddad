using System.Text.Json;

namespace EFCore.Dynamo.Server.Tests.Texts;

/// <summary>Operations on tables as they are on the wire: what only the JSON shows.</summary>
public sealed class TableTests(TextServer server) : IClassFixture<TextServer>
{
    private const string Key = """
        "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"BillingMode":"PAY_PER_REQUEST"
        """;

    private const string Invalid = "One or more parameter values were invalid: ";

    [Theory]
    [InlineData("CreateTable", "{}", "The parameter 'TableName' is required but was not present in the request")]
    [InlineData(
        "CreateTable",
        """{"TableName":"new"}""",
        "2 validation errors detected: Value null at 'attributeDefinitions' failed to satisfy constraint: Member must not be null; "
        + "Value null at 'keySchema' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        "CreateTable",
        """{"TableName":"new",""" + Key
            + ""","GlobalSecondaryIndexes":[{"IndexName":"idx","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"Projection":{}}]}""",
        Invalid + "Unknown ProjectionType: null")]
    [InlineData("CreateTable", """{"TableName":"new",""" + Key + ""","GlobalSecondaryIndexes":[{}]}""",
        "3 validation errors detected: Value null at 'globalSecondaryIndexes.1.member.indexName' failed to satisfy constraint: Member must not be null; "
        + "Value null at 'globalSecondaryIndexes.1.member.keySchema' failed to satisfy constraint: Member must not be null; "
        + "Value null at 'globalSecondaryIndexes.1.member.projection' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        "CreateTable",
        """{"TableName":"new",""" + Key
            + ""","GlobalSecondaryIndexes":[{"IndexName":"h;","KeySchema":[],"Projection":{"ProjectionType":"ALL","NonKeyAttributes":[]}}]}""",
        "4 validation errors detected: Value 'h;' at 'globalSecondaryIndexes.1.member.indexName' failed to satisfy constraint: Member must satisfy regular "
            + "expression pattern: [a-zA-Z0-9_.-]+; "
        + "Value 'h;' at 'globalSecondaryIndexes.1.member.indexName' failed to satisfy constraint: Member must have length greater than or equal to 3; "
        + "Value '[]' at 'globalSecondaryIndexes.1.member.keySchema' failed to satisfy constraint: Member must have length greater than or equal to 1; "
        + "Value '[]' at 'globalSecondaryIndexes.1.member.projection.nonKeyAttributes' failed to satisfy constraint: Member must have length greater than "
        + "or equal to 1")]
    [InlineData(
        "CreateTable",
        """{"TableName":"new",""" + Key + ""","SSESpecification":{"Enabled":true,"SSEType":"AES256"}}""",
        Invalid + "SSEType AES256 is not supported")]
    [InlineData(
        "CreateTable",
        """{"TableName":"new",""" + Key + ""","GlobalTableSourceArn":"arn"}""",
        "The parameter GlobalTableSourceArn is not supported by this server yet")]
    [InlineData("UpdateTable", """{"TableName":"hash"}""",
        "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is "
            + "required")]
    [InlineData("UpdateTable", """{"TableName":"hash","GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"idx"}}]}""",
        "2 validation errors detected: Value null at 'globalSecondaryIndexUpdates.1.member.create.keySchema' failed to satisfy constraint: Member must not "
            + "be null; "
        + "Value null at 'globalSecondaryIndexUpdates.1.member.create.projection' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        "UpdateTable",
        """{"TableName":"hash","GlobalSecondaryIndexUpdates":[{"Update":{"IndexName":"idx","ProvisionedThroughput":{"ReadCapacityUnits":1}}}]}""",
        "1 validation error detected: Value null at 'globalSecondaryIndexUpdates.1.member.update.provisionedThroughput.writeCapacityUnits' failed to "
            + "satisfy constraint: Member must not be null")]
    [InlineData("UpdateTable", """{"TableName":"hash","TableClass":"CHEAP"}""",
        "1 validation error detected: Value 'CHEAP' at 'tableClass' failed to satisfy constraint: Member must satisfy enum value set: "
            + "[STANDARD_INFREQUENT_ACCESS, STANDARD]")]
    [InlineData(
        "UpdateTable",
        """{"TableName":"hash","ReplicaUpdates":[{"Create":{"RegionName":"eu-west-1"}}]}""",
        "The parameter ReplicaUpdates is not supported by this server yet")]
    [InlineData(
        "UpdateTable",
        """{"TableName":"hash","DisassociationProtectionEnabled":true}""",
        "The parameter DisassociationProtectionEnabled is not supported by this server yet")]
    [InlineData(
        "ListTables",
        """{"Limit":101}""",
        "1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("ListTables", """{"ExclusiveStartTableName":"a"}""",
        "1 validation error detected: Value 'a' at 'exclusiveStartTableName' failed to satisfy constraint: Member must have length greater than or equal to 3")]
    public Task Requests_that_do_not_fit(string operation, string request, string message) => server.FailsAsync(operation, request, message);

    [Fact]
    public async Task A_table_lives_from_creating_to_deleting()
    {
        var created = await DescriptionAsync(
            "CreateTable",
            """{"TableName":"life",""" + Key
                + ""","GlobalSecondaryIndexes":[{"IndexName":"idx","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}]}""");
        created.GetProperty("TableStatus").GetString().ShouldBe("CREATING");
        created.GetProperty("BillingModeSummary").ToString().ShouldBe("""{"BillingMode":"PAY_PER_REQUEST"}""");
        created.GetProperty("GlobalSecondaryIndexes")[0].GetProperty("IndexStatus").GetString().ShouldBe("CREATING");
        created.TryGetProperty("WarmThroughput", out _).ShouldBeFalse();

        var updated = await DescriptionAsync("UpdateTable", """{"TableName":"life","DeletionProtectionEnabled":true}""");
        updated.GetProperty("TableStatus").GetString().ShouldBe("UPDATING");
        updated.GetProperty("DeletionProtectionEnabled").GetBoolean().ShouldBeTrue();
        await server.FailsAsync(
            "DeleteTable",
            """{"TableName":"life"}""",
            "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
        await DescriptionAsync("UpdateTable", """{"TableName":"life","DeletionProtectionEnabled":false}""");

        var described = JsonDocument.Parse(await server.AnswerAsync("DescribeTable", """{"TableName":"life"}""")).RootElement.GetProperty("Table");
        described.GetProperty("TableStatus").GetString().ShouldBe("ACTIVE");
        described.GetProperty("WarmThroughput").ToString().ShouldBe("""{"ReadUnitsPerSecond":12000,"Status":"ACTIVE","WriteUnitsPerSecond":4000}""");

        var deleted = await DescriptionAsync("DeleteTable", """{"TableName":"life"}""");
        deleted.GetProperty("TableStatus").GetString().ShouldBe("DELETING");
        foreach (var absent in (string[])["AttributeDefinitions", "KeySchema", "CreationDateTime", "GlobalSecondaryIndexes"])
        {
            deleted.TryGetProperty(absent, out _).ShouldBeFalse(absent);
        }
    }

    [Fact]
    public async Task Another_account_is_denied()
    {
        const string Arn = "arn:aws:dynamodb:local:999999999999:table/hash";

        await server.FailsAsync(
            "GetItem",
            """{"Key":{"pk":{"S":"a"}},"TableName":""" + $"\"{Arn}\"}}",
            $"User: arn:aws:iam::000000000000:root is not authorized to perform: dynamodb:GetItem on resource: {Arn} because no resource-based policy "
                + "allows the dynamodb:GetItem action",
            "com.amazon.coral.service#AccessDeniedException");
    }

    private async Task<JsonElement> DescriptionAsync(string operation, string request)
        => JsonDocument.Parse(await server.AnswerAsync(operation, request)).RootElement.GetProperty("TableDescription");
}
