namespace EFCore.Dynamo.Tables;

/// <summary>The units a second that a table or index is ready for at once.</summary>
public sealed record WarmThroughput(long? ReadUnitsPerSecond = null, long? WriteUnitsPerSecond = null);
