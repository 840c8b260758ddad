namespace EFCore.Dynamo.Query.Algebra;

/// <summary>The function <c>size(path)</c>: elements of a collection, bytes of a string or binary.</summary>
internal sealed record SizeOperand(AttributeOperand Attribute) : DynamoOperand(TypeMapping: null)
{
    /// <inheritdoc />
    public override string ToString()
        => $"size({Attribute})";
}
