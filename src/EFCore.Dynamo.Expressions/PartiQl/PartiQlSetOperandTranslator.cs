using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Parsing;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>What a SET assigns: values, attributes, sums and differences of them, and <c>list_append</c>.</summary>
internal sealed class PartiQlSetOperandTranslator(PartiQlTranslator translator) : PartiQlOperandTranslator(translator)
{
    public override Operand Visit(PartiQlExpression.Binary binary)
        => PartiQlOperators.ToComparison(binary.Operator) is null
            ? new Operand.Arithmetic(Translate(binary.Left), binary.Operator == PartiQlOperator.Subtract, Translate(binary.Right))
            : throw Unsupported();

    public override Operand Visit(PartiQlExpression.Call call)
    {
        if (call.Function != "list_append")
        {
            throw PartiQlFunctions.Reject(call);
        }

        return call.Arguments.Count == 2
            ? new Operand.Call(ExpressionFunction.ListAppend, [.. call.Arguments.Select(Translate)])
            : throw PartiQlErrors.Unsupported(ExpressionErrors.OperandCount(call.Function, call.Arguments.Count));
    }

    protected override DynamoValidationException Unsupported()
        => PartiQlErrors.Unsupported("SET takes a value, an attribute, a sum or difference, or a function of them");
}
