using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>A value known when the query is compiled, never null: comparisons with null become <see cref="NullPredicate" />.</summary>
/// <param name="Value">Of the mapping's CLR type.</param>
/// <param name="TypeMapping">How the value is written; that of the attribute it is compared with.</param>
internal sealed record ConstantOperand(object Value, CoreTypeMapping? TypeMapping) : DynamoOperand(TypeMapping);
