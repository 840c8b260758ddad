using EFCore.Dynamo.Expressions.PartiQl.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>Whether an expression is a value, whatever the item: values, and what is made of values only. MISSING is none, since nothing can hold it.</summary>
internal sealed class PartiQlConstantTest : PartiQlExpression.IVisitor<bool>
{
    public static readonly PartiQlConstantTest Instance = new();

    public bool Visit(PartiQlExpression.Literal literal) => true;

    public bool Visit(PartiQlExpression.UnstorableNumber number) => true;

    public bool Visit(PartiQlExpression.Parameter parameter) => true;

    public bool Visit(PartiQlExpression.Bag bag) => true;

    public bool Visit(PartiQlExpression.Tuple tuple) => true;

    public bool Visit(PartiQlExpression.List list)
    {
        foreach (var element in list.Elements.AsSpan())
        {
            if (!element.Accept(this))
            {
                return false;
            }
        }

        return true;
    }

    public bool Visit(PartiQlExpression.Binary binary)
        => PartiQlOperators.ToComparison(binary.Operator) is null && binary.Left.Accept(this) && binary.Right.Accept(this);

    public bool Visit(PartiQlExpression.Missing missing) => false;

    public bool Visit(PartiQlExpression.Attribute attribute) => false;

    public bool Visit(PartiQlExpression.Call call) => false;

    public bool Visit(PartiQlExpression.Logical logical) => false;

    public bool Visit(PartiQlExpression.Not not) => false;

    public bool Visit(PartiQlExpression.In choice) => false;

    public bool Visit(PartiQlExpression.Between between) => false;

    public bool Visit(PartiQlExpression.TypeTest test) => false;
}
