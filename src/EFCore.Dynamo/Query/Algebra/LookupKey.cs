using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>One of the values by which a lookup finds items.</summary>
/// <param name="ParameterName">The parameter of the inner query that has the value; it never is null.</param>
/// <param name="OuterKey">The value, a row expression over the row so far.</param>
/// <param name="InnerKey">What equals it in the items that are looked up, a row expression over the inner row.</param>
internal sealed record LookupKey(string ParameterName, Expression OuterKey, Expression InnerKey);
