namespace EFCore.Dynamo.Query.Algebra;

/// <summary><c>begins_with(path, prefix)</c>, by UTF-8 bytes.</summary>
internal sealed record BeginsWithPredicate(AttributeOperand Attribute, DynamoOperand Prefix) : DynamoPredicate;
