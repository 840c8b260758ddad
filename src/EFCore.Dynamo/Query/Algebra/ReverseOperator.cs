namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Turns the rows around.</summary>
internal sealed record ReverseOperator : ClientOperator
{
    /// <inheritdoc />
    public override string ToString()
        => "reverse";
}
