using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Compilation;

/// <summary>One condition of a key condition: an attribute, an operator, and the slots of its operands.</summary>
internal readonly record struct KeyConditionPart(CompiledPath Path, SortKeyOperator Operator, int Value, int Upper);
