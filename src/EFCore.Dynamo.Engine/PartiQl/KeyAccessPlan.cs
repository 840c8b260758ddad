using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>What a WHERE clause reads of a table or index.</summary>
/// <param name="Accesses">The ranges of keys, distinct and in the order of the statement; null where the clause does not restrict the partition key, which
/// makes it a scan.</param>
/// <param name="Residual">What is left to check of each item, or null.</param>
internal sealed record KeyAccessPlan(IReadOnlyList<KeyConditions>? Accesses, ConditionNode? Residual);
