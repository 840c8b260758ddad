using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Tests.Properties;

/// <summary>A legacy update, and the expression with its values that means the same.</summary>
internal sealed record LegacyUpdateTwin(Dictionary<string, AttributeValueUpdate> Updates, string Text, Item? Values);
