using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Tests.Properties;

/// <summary>A legacy condition, and the expression with its values that means the same.</summary>
internal sealed record LegacyConditionTwin(
    Dictionary<string, ExpectedAttributeValue> Expected, ConditionalOperator? ConditionalOperator, string Text, Item? Values);
