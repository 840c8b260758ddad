namespace EFCore.Dynamo.Query.Expressions;

/// <summary>Turns the rows around.</summary>
internal sealed record ReverseOperator : ClientOperator
{
    /// <inheritdoc />
    public override string ToString()
        => "reverse";
}
