namespace EFCore.Dynamo.Tables;

/// <summary>One attribute of a key.</summary>
public sealed record KeySchemaElement(string AttributeName, KeyType KeyType);
