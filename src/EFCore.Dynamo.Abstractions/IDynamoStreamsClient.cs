using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo;

/// <summary>The streams of a DynamoDB: to the service an API of its own, which the same back end answers.</summary>
/// <remarks>As with <see cref="IDynamoClient" />: safe for concurrent use, and every method throws a <see cref="DynamoServiceException" /> subclass with the service's code and text.</remarks>
public interface IDynamoStreamsClient
{
    /// <inheritdoc cref="ListStreamsRequest" />
    ValueTask<ListStreamsResponse> ListStreamsAsync(ListStreamsRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DescribeStreamRequest" />
    ValueTask<DescribeStreamResponse> DescribeStreamAsync(DescribeStreamRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GetShardIteratorRequest" />
    ValueTask<GetShardIteratorResponse> GetShardIteratorAsync(GetShardIteratorRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GetRecordsRequest" />
    ValueTask<GetRecordsResponse> GetRecordsAsync(GetRecordsRequest request, CancellationToken cancellationToken = default);
}
