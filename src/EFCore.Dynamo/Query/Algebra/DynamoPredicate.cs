namespace EFCore.Dynamo.Query.Algebra;

/// <summary>A condition the service can evaluate. Its truth is C#'s: null compares as in LINQ to Objects, never as "unknown".</summary>
internal abstract record DynamoPredicate : DynamoExpression;
