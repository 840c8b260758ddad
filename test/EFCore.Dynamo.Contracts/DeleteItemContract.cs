using EFCore.Dynamo.Operations;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>DeleteItem.</summary>
public abstract class DeleteItemContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task A_deleted_item_is_gone_and_returned_when_asked()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "n", 1);

        var response = await Client.DeleteItemAsync(new DeleteItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            ReturnValues = ReturnValues.AllOld,
        });

        response.Attributes.ShouldBe(Attributes("pk", "a", "n", 1));
        (await GetAsync(table, "pk", "a")).ShouldBeNull();
    }

    [Fact]
    public async Task Deleting_a_missing_item_succeeds()
    {
        var table = await CreateTableAsync();

        var response = await Client.DeleteItemAsync(new DeleteItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            ReturnValues = ReturnValues.AllOld,
        });

        response.Attributes.ShouldBeNull();
    }

    [Fact]
    public async Task A_condition_keeps_the_item()
    {
        var table = await CreateTableAsync();
        await PutAsync(table, "pk", "a", "n", 1);

        var exception = await Should.ThrowAsync<ConditionalCheckFailedException>(async () => await Client.DeleteItemAsync(new DeleteItemRequest
        {
            TableName = table,
            Key = Attributes("pk", "a"),
            ConditionExpression = "n > :one",
            ExpressionAttributeValues = Attributes(":one", 1),
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.AllOld,
        }));

        exception.Item.ShouldBe(Attributes("pk", "a", "n", 1));
        (await GetAsync(table, "pk", "a")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_key_that_does_not_fit_is_refused()
    {
        var table = await CreateTableAsync();

        await ShouldBeInvalidAsync(
            async () => await Client.DeleteItemAsync(new DeleteItemRequest { TableName = table, Key = Attributes("pk", "a", "x", 1) }),
            "The provided key element does not match the schema");
    }
}
