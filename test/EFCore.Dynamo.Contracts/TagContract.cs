using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>TagResource, UntagResource, ListTagsOfResource.</summary>
public abstract class TagContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task Tags_are_added_replaced_removed_and_listed()
    {
        var arn = await CreateTableAndGetArnAsync();
        (await ListAsync(arn)).ShouldBeEmpty();

        await TagAsync(arn, new Tag("team", "red"), new Tag("stage", string.Empty));
        await TagAsync(arn, new Tag("team", "blue"), new Tag("Team", "other case"));
        (await ListAsync(arn)).ShouldBe([new Tag("team", "blue"), new Tag("stage", string.Empty), new Tag("Team", "other case")], ignoreOrder: true);
        await UntagAsync(arn, "stage", "never there");

        (await ListAsync(arn)).ShouldBe([new Tag("team", "blue"), new Tag("Team", "other case")], ignoreOrder: true);
    }

    [Fact]
    public async Task A_table_may_be_born_with_tags_by_the_same_rules()
    {
        var request = new CreateTableRequest { AttributeDefinitions = [new("pk", AttributeType.String)], KeySchema = [new("pk", KeyType.PartitionKey)] };

        (await ListAsync(await GetArnAsync(await CreateTableAsync(request with { Tags = [new Tag("team", "red")] })))).ShouldBe([new Tag("team", "red")]);
        (await ListAsync(await GetArnAsync(await CreateTableAsync(request with { Tags = [] })))).ShouldBeEmpty();
        await ShouldBeInvalidAsync(
            () => CreateTableAsync(request with { Tags = [new Tag("aws:foo", "v")] }), "Tag Key cannot be prefixed with aws:, Key: aws:foo");
        await ShouldBeInvalidAsync(
            () => CreateTableAsync(request with { Tags = [new Tag("k", "1"), new Tag("k", "2")] }),
            "Duplicate Tag Keys provided as input: Duplicate Tag Key found k");
        await ShouldBeInvalidAsync(
            () => CreateTableAsync(request with { Tags = [.. Enumerable.Range(0, 51).Select(static n => new Tag($"k{n}", "v"))] }),
            "Number of Tags exceed the current limit for the provided ResourceArn");
    }

    [Fact]
    public async Task Tags_go_with_their_table()
    {
        var name = await CreateTableAsync();
        var arn = await GetArnAsync(name);
        await TagAsync(arn, new Tag("team", "red"));
        await Client.DeleteTableAsync(new DeleteTableRequest { TableName = name });
        Forget(name);

        (await Should.ThrowAsync<AccessDeniedException>(() => ListAsync(arn))).Message.ShouldBe("Access is denied");
    }

    [Fact]
    public async Task A_missing_table_is_not_found()
    {
        var arn = (await CreateTableAndGetArnAsync()) + "-missing";
        var message = $"Requested resource not found: ResourceArn: {arn} not found";

        (await Should.ThrowAsync<ResourceNotFoundException>(() => TagAsync(arn, new Tag("a", "b")))).Message.ShouldBe(message);
        (await Should.ThrowAsync<ResourceNotFoundException>(() => UntagAsync(arn, "a"))).Message.ShouldBe(message);

        // Who lists is not told what there is.
        (await Should.ThrowAsync<AccessDeniedException>(() => ListAsync(arn))).Message.ShouldBe("Access is denied");
        (await Should.ThrowAsync<AccessDeniedException>(() => ListAsync(arn + "/stream/2026-01-01T00:00:00.000"))).Message.ShouldBe("Access is denied");
    }

    [Fact]
    public async Task A_resource_has_50_tags_old_and_new_together()
    {
        var arn = await CreateTableAndGetArnAsync();
        await TagAsync(arn, [.. Enumerable.Range(0, 50).Select(static n => new Tag($"k{n}", "v"))]);

        await TagAsync(arn, new Tag("k0", "new"));
        await ShouldBeInvalidAsync(
            () => TagAsync(arn, new Tag("k0", "newer"), new Tag("k50", "v")), "Number of Tags exceed the current limit for the provided ResourceArn");
        await ShouldBeInvalidAsync(
            () => UntagAsync(arn, [.. Enumerable.Range(0, 51).Select(static n => $"k{n}")]),
            "Number of Tags exceed the current limit for the provided ResourceArn");

        var tags = await ListAsync(arn);
        tags.Count.ShouldBe(50);
        tags.ShouldContain(new Tag("k0", "new"));
    }

    [Fact]
    public async Task All_tags_together_have_10240_bytes()
    {
        var arn = await CreateTableAndGetArnAsync();

        await ShouldBeInvalidAsync(
            () => TagAsync(arn, [.. Enumerable.Range(0, 40).Select(static n => new Tag($"k{n:00}", new string('v', 256)))]),
            "Tag set size 10360 bytes is above max size limit of 10240 bytes");
    }

    [Theory]
    [InlineData("", "v", "The Tag Key provided is invalid, Key: ")]
    [InlineData("a#b", "v", "The Tag Key provided is invalid, Key: a#b")]
    [InlineData("🔑", "v", "The Tag Key provided is invalid, Key: 🔑")]
    [InlineData("aws:team", "v", "Tag Key cannot be prefixed with aws:, Key: aws:team")]
    [InlineData("k", "100%", "The Tag Value provided is invalid, Value: 100%")]
    [InlineData("k", "a,b", "The Tag Value provided is invalid, Value: a,b")]
    public async Task One_bad_tag_refuses_all(string key, string value, string message)
    {
        var arn = await CreateTableAndGetArnAsync();

        await ShouldBeInvalidAsync(() => TagAsync(arn, new Tag("good", "v"), new Tag(key, value)), message);

        (await ListAsync(arn)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Letters_of_any_script_spaces_and_some_punctuation_are_fine()
    {
        var arn = await CreateTableAndGetArnAsync();
        Tag[] tags = [new("ключ", "表"), new("café", "a+b-c=d.e_f:g/h@i"), new(" k", "k "), new(new string('k', 128), new string('v', 256))];

        await TagAsync(arn, tags);

        (await ListAsync(arn)).ShouldBe(tags, ignoreOrder: true);
    }

    [Fact]
    public async Task Keys_have_128_characters_and_values_256()
    {
        var arn = await CreateTableAndGetArnAsync();
        var (key, value) = (new string('k', 129), new string('v', 257));

        await ShouldBeInvalidAsync(() => TagAsync(arn, new Tag(key, "v")), $"The Tag Key provided is invalid, Key: {key}");
        await ShouldBeInvalidAsync(() => TagAsync(arn, new Tag("k", value)), $"The Tag Value provided is invalid, Value: {value}");
        await ShouldBeInvalidAsync(() => UntagAsync(arn, key), $"The Tag Key provided is invalid, Key: {key}");
    }

    [Fact]
    public async Task A_key_stands_once_in_a_request()
    {
        var arn = await CreateTableAndGetArnAsync();

        await ShouldBeInvalidAsync(
            () => TagAsync(arn, new Tag("k", "1"), new Tag("k", "2")), "Duplicate Tag Keys provided as input: Duplicate Tag Key found k");
    }

    [Fact]
    public async Task Names_of_no_table_are_refused_by_what_is_wrong_with_them()
    {
        var arn = await CreateTableAndGetArnAsync();
        var parts = arn.Split(':');
        string With(int part, string value) => string.Join(':', [.. parts[..part], value, .. parts[(part + 1)..]]);

        await ShouldBeInvalidAsync(() => ListAsync("my-table"), "One or more parameter values were invalid: ARNs must start with 'arn:': my-table");
        await ShouldBeInvalidAsync(() => ListAsync(With(3, "mars-1")), $"Invalid TableArn: Invalid ResourceArn provided as input {With(3, "mars-1")}");
        await ShouldBeInvalidAsync(() => ListAsync(With(5, "table/ab")), $"Invalid TableArn: Invalid ResourceArn provided as input {With(5, "table/ab")}");
        await ShouldBeInvalidAsync(
            () => ListAsync(arn + "/index/i"),
            $"One or more parameter values were invalid: Invalid resource arn provided, only table or stream is accepted. Provided resource arn: {arn}/index/i");
        await ShouldBeInvalidAsync(
            () => ListAsync(arn + "/backup/0170"),
            $"One or more parameter values were invalid: Provided Arn is not a DynamoDB resource arn: {arn}/backup/0170");
        (await Should.ThrowAsync<AccessDeniedException>(() => ListAsync(With(4, "123456789012")))).Message.ShouldBe("Access is denied");
        (await Should.ThrowAsync<AccessDeniedException>(() => ListAsync(With(2, "s3")))).Message.ShouldBe("Access is denied");
    }

    [Fact]
    public async Task Nothing_to_do_is_refused()
    {
        var arn = await CreateTableAndGetArnAsync();

        await ShouldBeInvalidAsync(() => TagAsync(arn), "Atleast one Tag needs to be provided as Input.");
        await ShouldBeInvalidAsync(() => UntagAsync(arn), "Atleast one Tag Key needs to be provided as Input.");
    }

    private async Task<string> CreateTableAndGetArnAsync() => await GetArnAsync(await CreateTableAsync());

    private async Task<string> GetArnAsync(string table) => (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table.TableArn;

    private async Task TagAsync(string arn, params Tag[] tags) => await Client.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = tags });

    private async Task UntagAsync(string arn, params string[] keys)
        => await Client.UntagResourceAsync(new UntagResourceRequest { ResourceArn = arn, TagKeys = keys });

    private async Task<IReadOnlyList<Tag>> ListAsync(string arn)
    {
        var response = await Client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = arn });
        response.NextToken.ShouldBeNull();
        return response.Tags;
    }
}
