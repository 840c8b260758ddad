using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary><c>contains</c>: part of a string or binary, an element of a set or list. Lists compare elements of any type.</summary>
internal sealed class CompiledContains(CompiledOperand operand, CompiledOperand part) : CompiledCondition
{
    public override void Check(in BindingCheck check)
    {
        operand.Check(check);
        part.Check(check);
        CheckDistinct(check, "contains", operand, part);
        if (operand.GetStaticType(check) is { } type and (AttributeType.Number or AttributeType.Boolean or AttributeType.Null or AttributeType.Map))
        {
            throw check.Invalid(ExpressionErrors.OperandType("contains", type.GetWireName()));
        }
    }

    public override bool Evaluate(ref EvaluationContext context)
        => operand.TryEvaluate(ref context, 0, out var value) && part.TryEvaluate(ref context, 1, out var partValue) && Contains(value, partValue);

    private static bool Contains(AttributeValueSpan value, AttributeValueSpan part)
        => (value.Type, part.Type) switch
        {
            // A substring of valid UTF-8 is a substring of its bytes.
            (AttributeType.String, AttributeType.String) => value.GetUtf8String().IndexOf(part.GetUtf8String()) >= 0,
            (AttributeType.Binary, AttributeType.Binary) => value.GetBinary().IndexOf(part.GetBinary()) >= 0,
            (AttributeType.StringSet, AttributeType.String) => value.SetContains(part),
            (AttributeType.NumberSet, AttributeType.Number) => value.SetContains(part),
            (AttributeType.BinarySet, AttributeType.Binary) => value.SetContains(part),
            (AttributeType.List, _) => ListContains(value, part),
            _ => false,
        };

    private static bool ListContains(AttributeValueSpan list, AttributeValueSpan element)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].ValueEquals(element))
            {
                return true;
            }
        }

        return false;
    }
}
