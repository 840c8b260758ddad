using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Update.Changes;

/// <summary>The expressions of one write.</summary>
/// <param name="UpdateExpression">The <c>SET</c> and <c>REMOVE</c> clauses; null where there are none.</param>
/// <param name="ConditionExpression">What must hold.</param>
/// <param name="AttributeNames">By placeholder, the attribute names in both.</param>
/// <param name="AttributeValues">By placeholder, the values in both; null where there are none.</param>
internal readonly record struct EntryExpressions(
    string? UpdateExpression,
    string ConditionExpression,
    IReadOnlyDictionary<string, string> AttributeNames,
    Item? AttributeValues);
