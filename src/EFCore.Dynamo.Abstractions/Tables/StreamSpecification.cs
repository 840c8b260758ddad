namespace EFCore.Dynamo.Tables;

/// <summary>Whether a table has a stream, and what its records hold.</summary>
/// <param name="StreamEnabled">Whether writes are recorded.</param>
/// <param name="StreamViewType">Required where the stream is enabled, not allowed otherwise.</param>
public sealed record StreamSpecification(bool StreamEnabled, StreamViewType? StreamViewType = null);
