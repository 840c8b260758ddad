namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Leaves out the first rows.</summary>
/// <param name="Count">An <see cref="int" />: <see cref="ConstantOperand" /> or <see cref="ParameterOperand" />.</param>
internal sealed record SkipOperator(DynamoOperand Count) : ClientOperator
{
    /// <inheritdoc />
    public override string ToString()
        => $"skip {Count}";
}
