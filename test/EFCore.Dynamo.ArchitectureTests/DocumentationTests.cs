using System.Reflection;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.ArchitectureTests;

/// <summary>What the docstrings must have that no analyzer asks for.</summary>
public class DocumentationTests
{
    /// <summary>The errors of each operation by the service's API model, without <c>ReplicatedWriteConflict</c>, which only global tables have.</summary>
    public static TheoryData<string, string> ErrorsOfOperations { get; } = new()
    {
        { "CreateTable", "ResourceInUse LimitExceeded InternalServerError" },
        { "DescribeTable", "ResourceNotFound InternalServerError" },
        { "ListTables", "InternalServerError" },
        { "DeleteTable", "ResourceInUse ResourceNotFound LimitExceeded InternalServerError" },
        { "GetItem", "ProvisionedThroughputExceeded ResourceNotFound RequestLimitExceeded InternalServerError Throttling" },

        {
            "PutItem",
            "ConditionalCheckFailed ProvisionedThroughputExceeded ResourceNotFound ItemCollectionSizeLimitExceeded TransactionConflict RequestLimitExceeded InternalServerError Throttling"
        },

        {
            "UpdateItem",
            "ConditionalCheckFailed ProvisionedThroughputExceeded ResourceNotFound ItemCollectionSizeLimitExceeded TransactionConflict RequestLimitExceeded InternalServerError Throttling"
        },

        {
            "DeleteItem",
            "ConditionalCheckFailed ProvisionedThroughputExceeded ResourceNotFound ItemCollectionSizeLimitExceeded TransactionConflict RequestLimitExceeded InternalServerError Throttling"
        },
        { "Query", "ProvisionedThroughputExceeded ResourceNotFound RequestLimitExceeded InternalServerError Throttling" },
        { "Scan", "ProvisionedThroughputExceeded ResourceNotFound RequestLimitExceeded InternalServerError Throttling" },
        { "BatchGetItem", "ProvisionedThroughputExceeded ResourceNotFound RequestLimitExceeded InternalServerError Throttling" },

        {
            "BatchWriteItem",
            "ProvisionedThroughputExceeded ResourceNotFound ItemCollectionSizeLimitExceeded RequestLimitExceeded InternalServerError Throttling"
        },
        { "TransactGetItems", "ResourceNotFound TransactionCanceled ProvisionedThroughputExceeded RequestLimitExceeded InternalServerError Throttling" },

        {
            "TransactWriteItems",
            "ResourceNotFound TransactionCanceled TransactionInProgress IdempotentParameterMismatch ProvisionedThroughputExceeded RequestLimitExceeded InternalServerError Throttling"
        },
        { "UpdateTable", "ResourceInUse ResourceNotFound LimitExceeded InternalServerError" },
        { "UpdateTimeToLive", "ResourceInUse ResourceNotFound LimitExceeded InternalServerError" },
        { "DescribeTimeToLive", "ResourceNotFound InternalServerError" },
        { "TagResource", "LimitExceeded ResourceNotFound InternalServerError ResourceInUse" },
        { "UntagResource", "LimitExceeded ResourceNotFound InternalServerError ResourceInUse" },
        { "ListTagsOfResource", "ResourceNotFound InternalServerError" },
        { "PutResourcePolicy", "ResourceNotFound InternalServerError LimitExceeded PolicyNotFound ResourceInUse" },
        { "GetResourcePolicy", "ResourceNotFound InternalServerError PolicyNotFound" },
        { "DeleteResourcePolicy", "ResourceNotFound InternalServerError PolicyNotFound ResourceInUse LimitExceeded" },
        { "DescribeLimits", "InternalServerError" },
        { "DescribeEndpoints", "" },

        {
            "ExecuteStatement",
            "ConditionalCheckFailed ProvisionedThroughputExceeded ResourceNotFound ItemCollectionSizeLimitExceeded TransactionConflict RequestLimitExceeded InternalServerError DuplicateItem Throttling"
        },
        { "BatchExecuteStatement", "RequestLimitExceeded InternalServerError Throttling" },

        {
            "ExecuteTransaction",
            "ResourceNotFound TransactionCanceled TransactionInProgress IdempotentParameterMismatch ProvisionedThroughputExceeded RequestLimitExceeded InternalServerError Throttling"
        },
        { "ListStreams", "ResourceNotFound InternalServerError" },
        { "DescribeStream", "ResourceNotFound InternalServerError" },
        { "GetShardIterator", "ResourceNotFound InternalServerError TrimmedDataAccess" },
        { "GetRecords", "ResourceNotFound LimitExceeded InternalServerError ExpiredIterator TrimmedDataAccess" },
    };

    [Theory]
    [MemberData(nameof(ErrorsOfOperations))]
    public void An_operation_names_each_error_of_the_service(string operation, string errors)
    {
        var documented = ReadDocumentation("EFCore.Dynamo.Abstractions")
            .Where(
                member => member.Attribute("name")!.Value.Contains($"Client.{operation}Async(", StringComparison.Ordinal)
                    && member.Attribute("name")!.Value.StartsWith("M:EFCore.Dynamo.IDynamo", StringComparison.Ordinal))
            .Elements("exception")
            .Select(static exception => exception.Attribute("cref")!.Value.Split('.')[^1]);

        errors.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static error => error + "Exception").ShouldBeSubsetOf(documented);
    }

    [Theory]
    [InlineData("EFCore.Dynamo.Abstractions")]
    [InlineData("EFCore.Dynamo.Expressions")]
    [InlineData("EFCore.Dynamo.Engine")]
    public void Every_member_of_an_enumeration_says_what_it_is(string project)
    {
        var documented = ReadDocumentation(project).Select(static member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
        var members = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, project + ".dll")).GetTypes()
            .Where(static type => type.IsEnum)
            .SelectMany(static type => Enum.GetNames(type).Select(name => $"F:{type.FullName!.Replace('+', '.')}.{name}")); // an enum is no type parameter

        members.Where(member => !documented.Contains(member)).ShouldBeEmpty();
    }

    private static IEnumerable<XElement> ReadDocumentation(string project)
        => XDocument.Load(Path.Combine(AppContext.BaseDirectory, project + ".xml")).Descendants("member");
}
