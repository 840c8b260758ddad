using EFCore.Dynamo.Engine.Tests.Storage;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Resources;

/// <summary>Tags and policies across reopens, of streams, beside writes, under cancellation.</summary>
public sealed class AttachedResourceTests : IDisposable
{
    private const string Table = "things";
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"dynamodb:GetItem","Resource":"*"}]}""";
    private const string StreamPolicy =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"dynamodb:GetRecords","Resource":"*"}]}""";

    private readonly TemporaryDirectory _directory = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task They_are_there_after_a_reopen()
    {
        string revision;
        using (var client = Open())
        {
            var table = await CreateTableAsync(client);
            await client.TagResourceAsync(new TagResourceRequest { ResourceArn = table.TableArn, Tags = [new Tag("k", "v")] });
            revision = (await client.PutResourcePolicyAsync(new PutResourcePolicyRequest
            {
                ResourceArn = table.TableArn,
                Policy = Policy,
            })).RevisionId.ShouldNotBeNull();
        }

        using var reopened = Open();
        var arn = (await reopened.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table.TableArn;
        (await reopened.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = arn })).Tags.ShouldBe([new Tag("k", "v")]);
        (await reopened.GetResourcePolicyAsync(new GetResourcePolicyRequest { ResourceArn = arn })).ShouldBe(new GetResourcePolicyResponse
        {
            Policy = Policy,
            RevisionId = revision,
        });
        revision.ShouldBe($"{_time.Now.ToUnixTimeMilliseconds()}");
    }

    [Fact]
    public async Task A_stream_has_its_own()
    {
        using var client = Open();
        var table = await CreateTableAsync(client);
        var stream = table.LatestStreamArn.ShouldNotBeNull();
        await client.TagResourceAsync(new TagResourceRequest { ResourceArn = stream, Tags = [new Tag("of", "stream")] });
        await client.PutResourcePolicyAsync(new PutResourcePolicyRequest { ResourceArn = stream, Policy = StreamPolicy });

        (await client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = stream })).Tags.ShouldBe([new Tag("of", "stream")]);
        (await client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = table.TableArn })).Tags.ShouldBeEmpty();
        (await client.GetResourcePolicyAsync(new GetResourcePolicyRequest { ResourceArn = stream })).Policy.ShouldBe(StreamPolicy);
        await Should.ThrowAsync<PolicyNotFoundException>(
            async () => await client.GetResourcePolicyAsync(new GetResourcePolicyRequest { ResourceArn = table.TableArn }));
        (await Should.ThrowAsync<DynamoValidationException>(
            async () => await client.PutResourcePolicyAsync(new PutResourcePolicyRequest { ResourceArn = stream, Policy = Policy })))
            .Message.ShouldBe(
                "One or more parameter values were invalid: Invalid policy document: The following action names are invalid: \"dynamodb:GetItem\"");
    }

    [Fact]
    public async Task Revisions_grow_also_where_the_clock_stands_still()
    {
        using var client = Open();
        var arn = (await CreateTableAsync(client)).TableArn;
        var revisions = new List<long>();
        for (var i = 0; i < 4; i++)
        {
            var policy = Policy.Replace("GetItem", i % 2 == 0 ? "GetItem" : "Query", StringComparison.Ordinal);
            revisions.Add(long.Parse(
                (await client.PutResourcePolicyAsync(new PutResourcePolicyRequest { ResourceArn = arn, Policy = policy })).RevisionId.ShouldNotBeNull(), null));
        }

        revisions.ShouldBe([.. revisions.Distinct().Order()]);
    }

    [Fact]
    public async Task Writes_go_on_while_tags_change()
    {
        using var client = Open();
        var arn = (await CreateTableAsync(client)).TableArn;
        var tagging = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                await client.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = [new Tag("k", $"{i}")] });
            }
        });
        for (var i = 0; i < 200; i++)
        {
            await client.PutItemAsync(new PutItemRequest { TableName = Table, Item = Item.Create(("pk", AttributeValue.FromString($"{i}"))) });
        }

        await tagging;

        (await client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table.ItemCount.ShouldBe(200);
        (await client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = arn })).Tags.ShouldBe([new Tag("k", "59")]);
    }

    [Fact]
    public async Task A_cancelled_call_changes_nothing()
    {
        using var client = Open();
        var arn = (await CreateTableAsync(client)).TableArn;
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(
            async () => await client.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = [new Tag("k", "v")] }, cancelled));
        await Should.ThrowAsync<OperationCanceledException>(
            async () => await client.UpdateTimeToLiveAsync(
                new UpdateTimeToLiveRequest { TableName = Table, TimeToLiveSpecification = new(true, "e") }, cancelled));

        (await client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = arn })).Tags.ShouldBeEmpty();
        (await client.DescribeTimeToLiveAsync(new DescribeTimeToLiveRequest
        {
            TableName = Table,
        })).TimeToLiveDescription.TimeToLiveStatus.ShouldBe(TimeToLiveStatus.Disabled);
    }

    private EmbeddedDynamoClient Open() => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = _directory.Path, TimeProvider = _time });

    private static async Task<TableDescription> CreateTableAsync(EmbeddedDynamoClient client) => (await client.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        BillingMode = BillingMode.PayPerRequest,
        AttributeDefinitions = [new("pk", AttributeType.String)],
        KeySchema = [new("pk", KeyType.PartitionKey)],
        StreamSpecification = new StreamSpecification(true, StreamViewType.KeysOnly),
    })).TableDescription;
}
