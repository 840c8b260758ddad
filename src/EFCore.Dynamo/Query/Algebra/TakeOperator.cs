namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Ends after so many rows.</summary>
/// <param name="Count">An <see cref="int" />: <see cref="ConstantOperand" /> or <see cref="ParameterOperand" />.</param>
internal sealed record TakeOperator(DynamoOperand Count) : ClientOperator
{
    /// <inheritdoc />
    public override string ToString()
        => $"take {Count}";
}
