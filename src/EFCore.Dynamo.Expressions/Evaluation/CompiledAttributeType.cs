using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary>
///     <c>attribute_type(operand, :type)</c>, the type being a wire name such as <c>SS</c>. The operand may be a value, though only a path tells anything new.
/// </summary>
internal sealed class CompiledAttributeType(CompiledOperand operand, CompiledOperand typeName) : CompiledCondition
{
    private const string Name = "attribute_type";

    /// <summary>What the service calls the type of an operand whose type it cannot know.</summary>
    private const string AnyType = "{SS,M,DECIMAL,DOUBLESET,HDS,N,B,DICT,INTSET,BOOL,HD,BS,INT,DECIMALSET,NULL,FLOAT,FS,S,L,NS,DOUBLE}";

    public override void Check(in BindingCheck check)
    {
        operand.Check(check);
        typeName.Check(check);
        CheckDistinct(check, Name, operand, typeName);
        if (typeName is not CompiledValueOperand { Slot: var slot })
        {
            throw check.Invalid(ExpressionErrors.OperandType(Name, typeName.GetStaticType(check)?.GetWireName() ?? AnyType));
        }

        var value = check.UseValue(slot);
        if (value.Type != AttributeType.String)
        {
            throw check.Invalid(ExpressionErrors.OperandType(Name, value.Type.GetWireName()));
        }

        if (!AttributeTypeNames.TryParse(value.GetUtf8String(), out _))
        {
            throw check.Invalid(ExpressionErrors.UnknownAttributeType(value.GetString()));
        }
    }

    public override bool Evaluate(ref EvaluationContext context)
        => operand.TryEvaluate(ref context, 0, out var value)
            && typeName.TryEvaluate(ref context, 1, out var name)
            && AttributeTypeNames.TryParse(name.GetUtf8String(), out var type)
            && value.Type == type;
}
