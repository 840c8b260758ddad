using EFCore.Dynamo.Engine.Operations.Streams;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine;

/// <content>The operations of streams.</content>
public sealed partial class EmbeddedDynamoClient
{
    /// <inheritdoc />
    public ValueTask<ListStreamsResponse> ListStreamsAsync(ListStreamsRequest request, CancellationToken cancellationToken = default)
        => Read<ListStreamsOperation, ListStreamsRequest, ListStreamsResponse>("ListStreams", request?.TableName, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<DescribeStreamResponse> DescribeStreamAsync(DescribeStreamRequest request, CancellationToken cancellationToken = default)
        => Read<DescribeStreamOperation, DescribeStreamRequest, DescribeStreamResponse>("DescribeStream", null, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<GetShardIteratorResponse> GetShardIteratorAsync(GetShardIteratorRequest request, CancellationToken cancellationToken = default)
        => Read<GetShardIteratorOperation, GetShardIteratorRequest, GetShardIteratorResponse>("GetShardIterator", null, request, cancellationToken);

    /// <inheritdoc />
    public ValueTask<GetRecordsResponse> GetRecordsAsync(GetRecordsRequest request, CancellationToken cancellationToken = default)
        => Read<GetRecordsOperation, GetRecordsRequest, GetRecordsResponse>("GetRecords", null, request, cancellationToken);
}
