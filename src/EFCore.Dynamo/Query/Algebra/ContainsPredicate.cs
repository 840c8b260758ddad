namespace EFCore.Dynamo.Query.Algebra;

/// <summary><c>contains(path, value)</c>: a substring of a string, an element of a list or a set.</summary>
internal sealed record ContainsPredicate(AttributeOperand Attribute, DynamoOperand Value) : DynamoPredicate;
