namespace EFCore.Dynamo.Streams;

/// <summary>One stream of a list; the service's <c>Stream</c>.</summary>
/// <param name="StreamArn">The Amazon resource name of the stream.</param>
/// <param name="TableName">The table.</param>
/// <param name="StreamLabel">A time stamp; unique for the table together with its name.</param>
public sealed record StreamSummary(string StreamArn, string TableName, string StreamLabel);
