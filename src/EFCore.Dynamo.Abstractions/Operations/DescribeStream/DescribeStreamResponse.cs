using EFCore.Dynamo.Streams;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="DescribeStreamRequest" />.</summary>
public sealed record DescribeStreamResponse(StreamDescription StreamDescription);
