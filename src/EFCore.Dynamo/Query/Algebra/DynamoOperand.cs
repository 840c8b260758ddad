using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>A value in a condition: an attribute, its size, a constant or a parameter.</summary>
/// <param name="TypeMapping">How the CLR value becomes an attribute value; null where the operand is no stored value (a <c>Take</c> count).</param>
internal abstract record DynamoOperand(CoreTypeMapping? TypeMapping) : DynamoExpression;
