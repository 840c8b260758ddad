using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo;

/// <summary>The streams of a DynamoDB: to the service an API of its own, which the same back end answers.</summary>
/// <remarks>
///     As with <see cref="IDynamoClient" />: safe for concurrent use, and every method throws a <see cref="DynamoServiceException" /> subclass with the
///     service's code and text, those that are listed and those that any method of a client may throw.
/// </remarks>
public interface IDynamoStreamsClient
{
    /// <inheritdoc cref="ListStreamsRequest" />
    /// <exception cref="DynamoValidationException">The limit or the start breaks a rule of the service.</exception>
    /// <exception cref="ResourceNotFoundException">The table does not exist.</exception>
    /// <exception cref="InternalServerErrorException">The service failed.</exception>
    ValueTask<ListStreamsResponse> ListStreamsAsync(ListStreamsRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DescribeStreamRequest" />
    /// <exception cref="DynamoValidationException">The Amazon resource name or the limit breaks a rule of the service.</exception>
    /// <exception cref="ResourceNotFoundException">The stream does not exist, or no longer.</exception>
    /// <exception cref="InternalServerErrorException">The service failed.</exception>
    ValueTask<DescribeStreamResponse> DescribeStreamAsync(DescribeStreamRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GetShardIteratorRequest" />
    /// <exception cref="DynamoValidationException">The type needs a sequence number, or the sequence number is none of the shard.</exception>
    /// <exception cref="ResourceNotFoundException">The stream or the shard does not exist, or no longer.</exception>
    /// <exception cref="TrimmedDataAccessException">The records at the sequence number are older than 24 hours and gone.</exception>
    /// <exception cref="InternalServerErrorException">The service failed.</exception>
    ValueTask<GetShardIteratorResponse> GetShardIteratorAsync(GetShardIteratorRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GetRecordsRequest" />
    /// <exception cref="DynamoValidationException">The iterator is none.</exception>
    /// <exception cref="ResourceNotFoundException">The stream does not exist, or no longer.</exception>
    /// <exception cref="LimitExceededException">More than two readers of one shard. Only the service throws it.</exception>
    /// <exception cref="ExpiredIteratorException">The iterator is older than 15 minutes.</exception>
    /// <exception cref="TrimmedDataAccessException">The records at the iterator are older than 24 hours and gone.</exception>
    /// <exception cref="InternalServerErrorException">The service failed.</exception>
    ValueTask<GetRecordsResponse> GetRecordsAsync(GetRecordsRequest request, CancellationToken cancellationToken = default);
}
