using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using EFCore.Dynamo.Aws.InProcess;

namespace EFCore.Dynamo.Aws;

/// <summary>
///     The AWS SDK's client for DynamoDB over any <see cref="IDynamoClient" />, in process: code written for the SDK runs on the embedded engine unchanged.
/// </summary>
/// <remarks>
///     It is the SDK's own client with the network taken out: overloads, paginators, events, <c>DynamoDBContext</c> and <c>Table</c> are the SDK's, and so are
///     responses and exceptions. Nothing is sent, signed or retried, and no credentials are needed. Operations that the back end does not have end with the
///     service's <c>UnknownOperationException</c>. Safe for concurrent use, as the SDK's client is.
/// </remarks>
public sealed class EmbeddedAmazonDynamoDB : AmazonDynamoDBClient
{
    private readonly bool _leaveOpen;

    // The base constructor builds the pipeline before this one runs, so the handler is there first and learns its client after.
    private InProcessHandler? _handler;

    /// <summary>Creates a client over a back end.</summary>
    /// <param name="client">The back end, such as an embedded engine.</param>
    /// <param name="leaveOpen">Whether disposing this client leaves the back end open.</param>
    public EmbeddedAmazonDynamoDB(IDynamoClient client, bool leaveOpen = false)
        : base(new BasicAWSCredentials("local", "local"), CreateConfig())
    {
        ArgumentNullException.ThrowIfNull(client);
        Client = client;
        _leaveOpen = leaveOpen;
        _handler!.Dispatcher = new RequestDispatcher(client); // set by CustomizeRuntimePipeline
    }

    /// <summary>The back end that answers.</summary>
    public IDynamoClient Client { get; }

    /// <inheritdoc />
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        base.CustomizeRuntimePipeline(pipeline);

        // The handlers before it are the program's events and metrics; those behind it make HTTP of the request, and are never reached.
        _handler = new InProcessHandler();
        pipeline.AddHandlerBefore<Marshaller>(_handler);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_leaveOpen)
        {
            Client.Dispose();
        }

        base.Dispose(disposing);
    }

    // A name that no resolver knows: should a request ever get past the handler, it must not reach anything.
    private static AmazonDynamoDBConfig CreateConfig() => new() { ServiceURL = "http://dynamodb.invalid", AuthenticationRegion = "local", MaxErrorRetry = 0 };
}
