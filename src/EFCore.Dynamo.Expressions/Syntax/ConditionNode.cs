namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>A condition: what a condition, filter or key condition expression is made of. Compares by value.</summary>
internal abstract record ConditionNode
{
    private protected ConditionNode()
    {
    }
}
