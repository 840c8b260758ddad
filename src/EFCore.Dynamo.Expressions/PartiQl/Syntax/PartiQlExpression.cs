namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>An expression of a PartiQL statement: a value, an attribute, or a condition. Compares by value.</summary>
public abstract record PartiQlExpression
{
    private protected PartiQlExpression()
    {
    }
}
