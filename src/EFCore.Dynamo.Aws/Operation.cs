namespace EFCore.Dynamo.Aws;

/// <summary>What a call is about.</summary>
/// <param name="Name">The operation, as the service spells it.</param>
/// <param name="TableName">The table, where there is one.</param>
/// <param name="IsRepeatable">Whether the request may take effect twice without harm.</param>
internal readonly record struct Operation(string Name, string? TableName, bool IsRepeatable);
