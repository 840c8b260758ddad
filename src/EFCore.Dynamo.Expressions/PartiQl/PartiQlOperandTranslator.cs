using System.Diagnostics;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>
///     Operands of statements as those of expressions: a constant expression becomes one value; beside those, all operands may be attributes, and which
///     functions and operators they may be depends on the place.
/// </summary>
internal abstract class PartiQlOperandTranslator(PartiQlTranslator translator) : PartiQlExpression.IVisitor<Operand>
{
    public Operand Translate(PartiQlExpression expression)
        => PartiQlConstants.IsConstant(expression) ? translator.AddValue(translator.Constants.Evaluate(expression)) : expression.Accept(this);

    public abstract Operand Visit(PartiQlExpression.Call call);

    public abstract Operand Visit(PartiQlExpression.Binary binary);

    public Operand Visit(PartiQlExpression.Attribute attribute) => new Operand.Attribute(translator.TranslatePath(attribute.Path));

    public Operand Visit(PartiQlExpression.Missing missing) => throw Unsupported();

    public Operand Visit(PartiQlExpression.List list) => throw Unsupported();

    public Operand Visit(PartiQlExpression.Logical logical) => throw Unsupported();

    public Operand Visit(PartiQlExpression.Not not) => throw Unsupported();

    public Operand Visit(PartiQlExpression.In choice) => throw Unsupported();

    public Operand Visit(PartiQlExpression.Between between) => throw Unsupported();

    public Operand Visit(PartiQlExpression.TypeTest test) => throw Unsupported();

    public Operand Visit(PartiQlExpression.Literal literal) => throw WasConstant();

    public Operand Visit(PartiQlExpression.UnstorableNumber number) => throw WasConstant();

    public Operand Visit(PartiQlExpression.Parameter parameter) => throw WasConstant();

    public Operand Visit(PartiQlExpression.Bag bag) => throw WasConstant();

    public Operand Visit(PartiQlExpression.Tuple tuple) => throw WasConstant();

    /// <summary>The error for what is no operand here.</summary>
    protected abstract DynamoValidationException Unsupported();

    private static UnreachableException WasConstant() => new("Constants were evaluated before the visit.");
}
