using System.Reflection;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using EFCore.Dynamo.Aws.Retries;
using EFCore.Dynamo.Aws.Tests.Harness;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Aws.Tests.Codecs;

/// <summary>
///     Every member of every request and response reaches the other side, in both directions, or is refused by name: nothing is dropped in silence.
/// </summary>
public sealed class EveryMemberTests
{
    // A transaction's parts are requests whose other settings the service has no place for, and an arena is never sent.
    private static readonly string[] SettingsOfSingleWrites =
    [
        "ReturnValues", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "Expected", "ConditionalOperator", "AttributeUpdates",
    ];

    /// <summary>What an SDK request can say of parts of the service that are not here; each is refused.</summary>
    private static readonly string[] Refused =
    [
        "CreateTableRequest.GlobalTableSourceArn",
        "CreateTableRequest.GlobalTableSettingsReplicationMode",
        "CreateTableRequest.VectorIndexes",
        "UpdateTableRequest.ReplicaUpdates",
        "UpdateTableRequest.GlobalTableWitnessUpdates",
        "UpdateTableRequest.MultiRegionConsistency",
        "UpdateTableRequest.GlobalTableSettingsReplicationMode",
        "UpdateTableRequest.VectorIndexUpdates",
        "UpdateTableRequest.DisassociationProtectionEnabled",
    ];

    /// <summary>What the service can answer of those parts, and a client of them would see; <see cref="IDynamoClient" /> has no place for it.</summary>
    private static readonly string[] NotHeld =
    [
        "TableDescription.ArchivalSummary",
        "TableDescription.DisassociationProtectionEnabled",
        "TableDescription.GlobalTableSettingsReplicationMode",
        "TableDescription.GlobalTableVersion",
        "TableDescription.GlobalTableWitnesses",
        "TableDescription.MultiRegionConsistency",
        "TableDescription.Replicas",
        "TableDescription.RestoreSummary",
        "TableDescription.VectorIndexes",
        "SSEDescription.InaccessibleEncryptionDateTime",
        "ConsumedCapacity.VectorIndexes",
    ];

    public static TheoryData<string> Operations => [.. typeof(IDynamoClient).GetMethods().Select(method => method.Name)];

    public static TheoryData<string> RefusedMembers => [.. Refused];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_request_goes_through_the_SDK_and_back_whole_and_so_does_its_response(string operation)
    {
        var method = typeof(IDynamoClient).GetMethod(operation)!; // named by reflection
        var request = Fill(method.GetParameters()[0].ParameterType);
        var response = Fill(method.ReturnType.GetGenericArguments()[0]);
        var (inner, recorder) = CallRecorder.Create<IDynamoClient>();
        recorder.Answer = _ => response;
        using var sdk = new EmbeddedAmazonDynamoDB(inner);
        using var client = new AwsDynamoClient(sdk, AwsRetryOptions.None);

        dynamic call = method.Invoke(client, [request, CancellationToken.None])!; // returns a ValueTask
        object answer = await call;

        ObjectText.Of(recorder.Request).ShouldBe(ObjectText.Of(request));
        ObjectText.Of(answer).ShouldBe(ObjectText.Of(response));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_request_of_the_SDK_goes_through_IDynamoClient_and_back_whole(string operation)
    {
        var method = SdkMethod(operation);
        var type = method.GetParameters()[0].ParameterType;
        var request = new ObjectFiller(IsRefused).Create(type);
        if (request is Amazon.DynamoDBv2.Model.QueryRequest query)
        {
            query.ScanIndexForward = false; // true is the default, which is not sent
        }

        var response = Fill(typeof(IDynamoClient).GetMethod(operation)!.ReturnType.GetGenericArguments()[0]); // named by reflection
        var (inner, recorder) = CallRecorder.Create<IDynamoClient>();
        recorder.Answer = _ => response;
        using var sdk = new EmbeddedAmazonDynamoDB(inner);
        await (Task)method.Invoke(sdk, [request, CancellationToken.None])!; // returns a Task

        var (outer, outerRecorder) = CallRecorder.Create<IAmazonDynamoDB>();
        outerRecorder.Answer = _ => throw new NotSupportedException("The request is enough.");
        using var client = new AwsDynamoClient(outer, AwsRetryOptions.None);
        _ = typeof(IDynamoClient).GetMethod(operation)!.Invoke(client, [recorder.Request, CancellationToken.None]); // named by reflection

        ObjectText.Of(outerRecorder.Request).ShouldBe(ObjectText.Of(request));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_response_of_the_SDK_goes_through_IDynamoClient_and_back_whole(string operation)
    {
        var method = SdkMethod(operation);
        var response = new ObjectFiller(property => NotHeld.Contains($"{property.DeclaringType!.Name}.{property.Name}")).Create(
            method.ReturnType.GetGenericArguments()[0]); // properties have a type
        if (response is Amazon.DynamoDBv2.Model.GetItemResponse get)
        {
            get.IsItemSet = true;
        }

        var (service, serviceRecorder) = CallRecorder.Create<IAmazonDynamoDB>();
        serviceRecorder.Answer = _ => response;
        using var client = new AwsDynamoClient(service, AwsRetryOptions.None);
        using var sdk = new EmbeddedAmazonDynamoDB(client);

        dynamic call = method.Invoke(sdk, [Activator.CreateInstance(method.GetParameters()[0].ParameterType), CancellationToken.None])!; // returns a Task
        object answer = await call;

        ObjectText.Of(answer, "ResponseMetadata", "ContentLength", "HttpStatusCode").ShouldBe(
            ObjectText.Of(response, "ResponseMetadata", "ContentLength", "HttpStatusCode"));
    }

    [Theory]
    [MemberData(nameof(RefusedMembers))]
    public async Task A_member_that_belongs_to_later_work_is_refused_by_name(string member)
    {
        var (typeName, propertyName) = (member.Split('.')[0], member.Split('.')[1]);
        var method = SdkMethod(typeName.Replace("Request", "Async", StringComparison.Ordinal));
        var type = method.GetParameters()[0].ParameterType;
        var request = Activator.CreateInstance(type)!; // requests can be created
        var property = type.GetProperty(propertyName)!; // listed above
        property.SetValue(request, new ObjectFiller().Create(property.PropertyType));
        var (inner, _) = CallRecorder.Create<IDynamoClient>();
        using var sdk = new EmbeddedAmazonDynamoDB(inner);

        var exception = await Should.ThrowAsync<AmazonDynamoDBException>(() => (Task)method.Invoke(sdk, [request, CancellationToken.None])!); // returns a Task
        exception.Message.ShouldContain(propertyName);
        exception.ErrorCode.ShouldBe("ValidationException");
    }

    [Fact]
    public async Task Every_error_of_Abstractions_is_the_same_error_after_the_SDK()
    {
        var types = typeof(DynamoServiceException).Assembly.GetTypes().Where(
            type => type.IsSubclassOf(typeof(DynamoServiceException)) && !typeof(StorageException).IsAssignableFrom(type)).ToArray();
        types.Length.ShouldBeGreaterThan(15);
        foreach (var type in types)
        {
            var error = CreateError(type);
            var (inner, recorder) = CallRecorder.Create<IDynamoClient>();
            recorder.Answer = _ => throw error;
            using var sdk = new EmbeddedAmazonDynamoDB(inner);
            using var client = new AwsDynamoClient(sdk, AwsRetryOptions.None);

            var thrown = await Should.ThrowAsync<DynamoServiceException>(async () => await client.GetItemAsync(new GetItemRequest()));

            thrown.ShouldBeOfType(type);
            thrown.Message.ShouldBe(error.Message);
            thrown.ErrorCode.ShouldBe(error.ErrorCode);
            thrown.StatusCode.ShouldBe(error.StatusCode);
            (thrown as ConditionalCheckFailedException)?.Item.ShouldBe(((ConditionalCheckFailedException)error).Item);
            if (thrown is TransactionCanceledException canceled)
            {
                ObjectText.Of(canceled.CancellationReasons).ShouldBe(ObjectText.Of(((TransactionCanceledException)error).CancellationReasons));
            }
        }
    }

    private static object Fill(Type type) => new ObjectFiller(property
        => property.Name == "Arena"
            || (type == typeof(TransactWriteItemsRequest) && property.DeclaringType != type && SettingsOfSingleWrites.Contains(property.Name))).Create(type);

    private static bool IsRefused(PropertyInfo property) => Refused.Contains($"{property.DeclaringType!.Name}.{property.Name}"); // properties have a type

    private static MethodInfo SdkMethod(string operation)
        => typeof(IAmazonDynamoDB).GetMethods().Single(
            method => method.Name == operation && typeof(AmazonWebServiceRequest).IsAssignableFrom(method.GetParameters()[0].ParameterType));

    private static DynamoServiceException CreateError(Type type)
    {
        if (type == typeof(OtherServiceException))
        {
            return new OtherServiceException("UnrecognizedClientException", "No.", 400);
        }

        if (type == typeof(ConditionalCheckFailedException))
        {
            return new ConditionalCheckFailedException(new ObjectFiller().Create<EFCore.Dynamo.Values.Item>());
        }

        if (type == typeof(TransactionCanceledException))
        {
            return new TransactionCanceledException([
                new("None"), new("ConditionalCheckFailed", "The conditional request failed", new ObjectFiller().Create<EFCore.Dynamo.Values.Item>()),
            ]);
        }

        return (DynamoServiceException)Activator.CreateInstance(type, $"The text of {type.Name}.", null)!; // they have this constructor
    }
}
