namespace EFCore.Dynamo.Query.Algebra;

/// <summary>An operand of a <see cref="ComputedValue" />.</summary>
/// <param name="Operand">An attribute, a constant or a parameter.</param>
/// <param name="WhereMissing">What a missing attribute counts as: to the service it is an error, to C# its type's default. Null where no attribute is
/// read.</param>
internal sealed record UpdateOperand(DynamoOperand Operand, DynamoOperand? WhereMissing);
