namespace EFCore.Dynamo.Expressions.Binding;

/// <summary>One condition of a key condition: an attribute, an operator, and the slots of its operands.</summary>
internal readonly record struct KeyConditionPart(CompiledPath Path, SortKeyOperator Operator, int Value, int Upper);
