using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Parsing;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>Operands of conditions: values, attributes and their size.</summary>
internal sealed class PartiQlConditionOperandTranslator(PartiQlTranslator translator) : PartiQlOperandTranslator(translator)
{
    public SyntaxList<Operand> TranslateArguments(PartiQlExpression.Call call, int count)
        => call.Arguments.Count == count
            ? [.. call.Arguments.Select(Translate)]
            : throw PartiQlErrors.Unsupported(ExpressionErrors.OperandCount(call.Function, call.Arguments.Count));

    public override Operand Visit(PartiQlExpression.Call call)
        => call.Function == "size" ? new Operand.Call(ExpressionFunction.Size, TranslateArguments(call, 1)) : throw PartiQlFunctions.Reject(call);

    public override Operand Visit(PartiQlExpression.Binary binary)
        => throw (PartiQlOperators.ToComparison(binary.Operator) is null
            ? PartiQlErrors.Unsupported(PartiQlErrors.UnsupportedOperator(PartiQlOperators.GetText(binary.Operator)))
            : Unsupported());

    protected override DynamoValidationException Unsupported() => PartiQlErrors.Unsupported("An operand must be a value, an attribute or its size");
}
