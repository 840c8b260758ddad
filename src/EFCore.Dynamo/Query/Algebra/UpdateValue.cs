namespace EFCore.Dynamo.Query.Algebra;

/// <summary>A value that the service can set an attribute to.</summary>
internal abstract record UpdateValue;

/// <summary>A value that is known before the item is.</summary>
/// <param name="Operand">A constant or a parameter; null, and a value that turns out null, removes the attribute.</param>
internal sealed record PlainValue(DynamoOperand? Operand) : UpdateValue;

/// <summary>A number made of what the item has: <c>left</c>, <c>left + right</c> or <c>left - right</c>.</summary>
/// <param name="Left">The first operand.</param>
/// <param name="Right">The second one; null where there is none.</param>
/// <param name="IsDifference">Whether the second is subtracted.</param>
internal sealed record ComputedValue(UpdateOperand Left, UpdateOperand? Right, bool IsDifference) : UpdateValue;

/// <summary>The list that the attribute is, and more elements.</summary>
/// <param name="Elements">A constant or a parameter.</param>
/// <param name="IsCollection">Whether <paramref name="Elements" /> are several; or else it is the only one.</param>
/// <param name="IsAtStart">Whether they come first.</param>
internal sealed record ListAppendValue(DynamoOperand Elements, bool IsCollection, bool IsAtStart) : UpdateValue;

/// <summary>The set that the attribute is, with elements added or removed.</summary>
/// <param name="Elements">A constant or a parameter.</param>
/// <param name="IsCollection">Whether <paramref name="Elements" /> are several; or else it is the only one.</param>
/// <param name="IsRemoval">Whether they are removed.</param>
internal sealed record SetChangeValue(DynamoOperand Elements, bool IsCollection, bool IsRemoval) : UpdateValue;
