namespace EFCore.Dynamo.Streams;

/// <summary>Who wrote on behalf of the service.</summary>
/// <param name="PrincipalId"><c>dynamodb.amazonaws.com</c> for items that expired.</param>
/// <param name="Type"><c>Service</c> for items that expired.</param>
public sealed record Identity(string PrincipalId, string Type);
