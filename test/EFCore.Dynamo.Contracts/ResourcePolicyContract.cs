using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>PutResourcePolicy, GetResourcePolicy, DeleteResourcePolicy.</summary>
public abstract class ResourcePolicyContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string InvalidDocument = Invalid + "Invalid policy document: ";
    private const string NotFound = "Resource-based policy not found for the provided ResourceArn: ";

    [Fact]
    public async Task A_policy_is_stored_replaced_and_removed()
    {
        var (_, arn) = await CreateTableAndGetArnAsync();
        var first = await PutAsync(arn, GetPolicy(arn, "dynamodb:GetItem"));
        (await GetAsync(arn)).ShouldBe(new GetResourcePolicyResponse { Policy = GetPolicy(arn, "dynamodb:GetItem"), RevisionId = first });

        var second = await PutAsync(arn, GetPolicy(arn, "dynamodb:Query"));
        second.ShouldNotBe(first);
        (await GetAsync(arn)).ShouldBe(new GetResourcePolicyResponse { Policy = GetPolicy(arn, "dynamodb:Query"), RevisionId = second });

        (await DeleteAsync(arn)).ShouldBe(second);
        (await DeleteAsync(arn)).ShouldBeNull();
        (await Should.ThrowAsync<PolicyNotFoundException>(() => GetAsync(arn))).Message.ShouldBe(NotFound + arn);
    }

    [Fact]
    public async Task A_table_may_be_born_with_a_policy_by_the_same_rules()
    {
        const string policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":["dynamodb:GetItem"],"Resource":"*"}]}""";
        var request = new CreateTableRequest
        {
            AttributeDefinitions = [new("pk", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            ResourcePolicy = policy,
        };

        var name = await CreateTableAsync(request);

        var response = await GetAsync((await Client.DescribeTableAsync(new DescribeTableRequest { TableName = name })).Table.TableArn);
        response.Policy.ShouldBe("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"dynamodb:GetItem","Resource":"*"}]}""");
        response.RevisionId.ShouldNotBeNull().Length.ShouldBe(13);
        await ShouldBeInvalidAsync(() => CreateTableAsync(request with { ResourcePolicy = "{}" }), InvalidDocument + "Syntax error at position (1,3)");
        await ShouldBeInvalidAsync(
            () => CreateTableAsync(request with { ResourcePolicy = string.Empty }), InvalidDocument + "This policy contains invalid Json");
    }

    [Fact]
    public async Task It_comes_back_in_one_form_and_the_same_policy_keeps_its_revision()
    {
        var (_, arn) = await CreateTableAndGetArnAsync();
        var revision = await PutAsync(arn, GetPolicy(arn, "dynamodb:GetItem"));

        var again = await PutAsync(
            arn,
            $$"""
            {
              "Statement": { "Action": ["dynamodb:GetItem"], "Resource": ["{{arn}}"],
                "Principal": { "AWS": ["123456789012", "arn:aws:iam::123456789012:root"] }, "Effect": "allow", "Sid": "Read" },
              "Version": "2012-10-17"
            }
            """);

        again.ShouldBe(revision);
        (await GetAsync(arn)).Policy.ShouldBe(GetPolicy(arn, "dynamodb:GetItem"));
    }

    [Fact]
    public async Task An_expected_revision_must_be_there()
    {
        var (name, arn) = await CreateTableAndGetArnAsync();
        var message = NotFound + $"Requested update for policy with revision id 123, but table {name} has no associated policy.";
        (await Should.ThrowAsync<PolicyNotFoundException>(() => PutAsync(arn, GetPolicy(arn, "dynamodb:GetItem"), "123"))).Message.ShouldBe(message);
        (await Should.ThrowAsync<PolicyNotFoundException>(() => DeleteAsync(arn, "123"))).Message.ShouldBe(message);

        var revision = await PutAsync(arn, GetPolicy(arn, "dynamodb:GetItem"), "NO_POLICY");
        (await Should.ThrowAsync<PolicyNotFoundException>(() => PutAsync(arn, GetPolicy(arn, "dynamodb:Query"), "NO_POLICY"))).Message
            .ShouldBe(NotFound + $"Requested policy update expecting none to be present for table {name}, but a policy exists with revision id {revision}.");
        (await Should.ThrowAsync<PolicyNotFoundException>(() => DeleteAsync(arn, "123"))).Message
            .ShouldBe(
                NotFound + $"Requested update for policy with revision id 123, but the policy associated to target table {name} has revision id {revision}.");
        (await DeleteAsync(arn, revision)).ShouldBe(revision);
    }

    [Theory]
    [InlineData("", "This policy contains invalid Json")]
    [InlineData("{not json", "This policy contains invalid Json")]
    [InlineData("[]", "This policy contains invalid Json")]
    [InlineData("null", "This text appears not to be a policy")]
    [InlineData("{}", "Syntax error at position (1,3)")]
    [InlineData("""{"Statement":[]}""", "Could not parse the policy: Statement is empty!")]
    [InlineData("""{"Statement":[{}]}""", "Missing required field Effect")]
    [InlineData("""{"Version":"2020-01-01","Statement":[{}]}""", "The policy must contain a valid version string")]
    [InlineData("""{"Statement":[{"Effect":"Deny","Principal":"*","Action":"dynamodb:GetItem"}]}""", "Missing required field Resource")]
    [InlineData(
        """{"Statement":[{"Effect":"Deny","Principal":"123456789012","Action":"dynamodb:GetItem","Resource":"*"}]}""", "Syntax error at position (1,44)")]
    [InlineData(
        """{"Statement":[{"Effect":"Deny","Principal":"*","Action":["s3:GetObject","dynamodb:GetRecords"],"Resource":"*"}]}""",
        "The following action names are invalid: \"s3:GetObject\", \"dynamodb:GetRecords\"")]
    [InlineData(
        """{"Statement":[{"Sid":"a","Effect":"Deny","Principal":"*","Action":"dynamodb:GetItem","Resource":"*"},{"Sid":"a","Effect":"Deny","Principal":"*","Action":"dynamodb:Query","Resource":"*"}]}""",
        "The Statement Ids in the policy are not unique")]
    public async Task A_malformed_policy_is_refused_with_the_parsers_words(string policy, string message)
    {
        var (_, arn) = await CreateTableAndGetArnAsync();

        await ShouldBeInvalidAsync(() => PutAsync(arn, policy), InvalidDocument + message);

        await Should.ThrowAsync<PolicyNotFoundException>(() => GetAsync(arn));
    }

    [Fact]
    public async Task A_policy_has_20480_bytes_with_its_spaces()
    {
        var (_, arn) = await CreateTableAndGetArnAsync();
        var policy = GetPolicy(arn, "dynamodb:GetItem");

        await PutAsync(arn, policy.PadRight(20_480));
        await ShouldBeInvalidAsync(() => PutAsync(arn, policy.PadRight(20_481)), Invalid + "Maximum policy size of 20480 bytes exceeded");
        (await GetAsync(arn)).Policy.ShouldBe(policy);
    }

    [Fact]
    public async Task Everybody_may_be_denied_and_not_let_in()
    {
        var (_, arn) = await CreateTableAndGetArnAsync();

        await ShouldBeInvalidAsync(
            () => PutAsync(arn, """{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"dynamodb:GetItem","Resource":"*"}]}"""),
            "Resource-based policy grants unbounded access in one or more elements. Please revise the policy to ensure least-privilege form of access");
        await PutAsync(arn, """{"Statement":[{"Effect":"Deny","Principal":"*","Action":"dynamodb:GetItem","Resource":"*"}]}""");
    }

    [Fact]
    public async Task Who_locks_himself_out_confirms_it()
    {
        var (_, arn) = await CreateTableAndGetArnAsync();
        const string policy = """{"Statement":[{"Effect":"Deny","Principal":"*","Action":"dynamodb:*ResourcePolicy","Resource":"*"}]}""";

        (await Should.ThrowAsync<AccessDeniedException>(() => PutAsync(arn, policy))).Message
            .ShouldBe("The new resource policy will not allow you to update the resource policy in the future.");
        await Client.PutResourcePolicyAsync(new PutResourcePolicyRequest { ResourceArn = arn, Policy = policy, ConfirmRemoveSelfResourceAccess = true });
    }

    [Fact]
    public async Task Names_of_no_table_are_refused_by_what_is_wrong_with_them()
    {
        var (name, arn) = await CreateTableAndGetArnAsync();
        var parts = arn.Split(':');
        string With(int part, string value) => string.Join(':', [.. parts[..part], value, .. parts[(part + 1)..]]);

        await ShouldBeInvalidAsync(() => GetAsync(name), $"{Invalid}ARNs must start with 'arn:': {name}");
        await ShouldBeInvalidAsync(() => GetAsync(With(3, "mars-1")), $"{Invalid}Invalid resource Arn: {With(3, "mars-1")}");
        await ShouldBeInvalidAsync(() => GetAsync(With(1, "aws-cn")), $"{Invalid}Invalid resource Arn: {With(1, "aws-cn")}");
        await ShouldBeInvalidAsync(
            () => GetAsync(With(4, "123456789012")), "This action is only supported by accounts that match the resource owner’s account.");
        await ShouldBeInvalidAsync(
            () => GetAsync(arn + "/index/i"),
            $"{Invalid}Invalid resource arn provided, only table or stream is accepted. Provided resource arn: {arn}/index/i");
        await ShouldBeInvalidAsync(() => GetAsync(arn + "/backup/0170"), $"{Invalid}Provided Arn is not a DynamoDB resource arn: {arn}/backup/0170");
        (await Should.ThrowAsync<ResourceNotFoundException>(() => GetAsync(arn + "-missing"))).Message.ShouldBe(
            $"Requested resource not found: Table: {name}-missing not found");
        (await Should.ThrowAsync<ResourceNotFoundException>(() => GetAsync(arn + "/stream/2000-01-01T00:00:00.000"))).Message
            .ShouldBe($"Requested resource not found: Stream: 2000-01-01T00:00:00.000 not found for Table: {name}");
    }

    private static string GetPolicy(string arn, string action)
        => $$$"""{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"{{{action}}}","Resource":"{{{arn}}}"}]}""";

    private async Task<(string Name, string Arn)> CreateTableAndGetArnAsync()
    {
        var name = await CreateTableAsync();
        return (name, (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = name })).Table.TableArn);
    }

    private async Task<string> PutAsync(string arn, string policy, string? expectedRevisionId = null)
        => (await Client.PutResourcePolicyAsync(new PutResourcePolicyRequest
        {
            ResourceArn = arn,
            Policy = policy,
            ExpectedRevisionId = expectedRevisionId,
        })).RevisionId.ShouldNotBeNull();

    private async Task<GetResourcePolicyResponse> GetAsync(string arn)
        => await Client.GetResourcePolicyAsync(new GetResourcePolicyRequest { ResourceArn = arn });

    private async Task<string?> DeleteAsync(string arn, string? expectedRevisionId = null)
        => (await Client.DeleteResourcePolicyAsync(new DeleteResourcePolicyRequest { ResourceArn = arn, ExpectedRevisionId = expectedRevisionId })).RevisionId;
}
