using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Tables;

/// <summary>
///     The type of a key attribute: <see cref="AttributeType.String" />, <see cref="AttributeType.Number" /> or <see cref="AttributeType.Binary" />.
/// </summary>
public sealed record AttributeDefinition(string AttributeName, AttributeType AttributeType);
