using System.Text;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary><c>size(operand)</c>: no value for numbers, booleans and NULL.</summary>
internal sealed class CompiledSizeOperand(CompiledOperand operand) : CompiledOperand
{
    public override void Check(in BindingCheck check)
    {
        operand.Check(check);
        if (operand.GetStaticType(check) is AttributeType.Number or AttributeType.Boolean or AttributeType.Null)
        {
            throw check.Invalid(ExpressionErrors.OperandType("size", operand.GetStaticType(check)!.Value.GetWireName())); // just matched a type
        }
    }

    public override AttributeType? GetStaticType(in BindingCheck check) => AttributeType.Number;

    public override bool TryEvaluate(ref EvaluationContext context, int scratchSlot, out AttributeValueSpan value)
    {
        if (operand.TryEvaluate(ref context, scratchSlot, out value) && GetSize(value) is { } size)
        {
            value = context.PackNumber(size, scratchSlot);
            return true;
        }

        value = default;
        return false;
    }

    private static int? GetSize(AttributeValueSpan value)
        => value.Type switch
        {
            // The service counts UTF-16 code units here, though it stores and orders strings as UTF-8.
            AttributeType.String => Encoding.UTF8.GetCharCount(value.GetUtf8String()),
            AttributeType.Binary => value.GetBinary().Length,
            AttributeType.Number or AttributeType.Boolean or AttributeType.Null => null,
            AttributeType.Map => value.GetMap().Count,
            _ => value.Count,
        };
}
