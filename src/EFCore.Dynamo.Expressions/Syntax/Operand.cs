namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>What stands on a side of an operator or as an argument of a function.</summary>
internal abstract record Operand
{
    private protected Operand()
    {
    }
}
