namespace EFCore.Dynamo.Query.Algebra;

/// <summary>The attribute has no value: it is missing or of type NULL.</summary>
/// <remarks>Both are null to the reader: the provider writes nothing for null, other writers may write NULL.</remarks>
internal sealed record NullPredicate(AttributeOperand Attribute) : DynamoPredicate;
