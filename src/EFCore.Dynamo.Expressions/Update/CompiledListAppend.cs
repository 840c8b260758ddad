using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Update;

/// <summary><c>list_append(list, list)</c>: the elements of both.</summary>
internal sealed class CompiledListAppend(CompiledUpdateOperand[] lists) : CompiledUpdateOperand
{
    public ReadOnlySpan<CompiledUpdateOperand> Lists => lists;

    public override void CheckNames(in BindingCheck check)
    {
        foreach (var list in lists)
        {
            list.CheckNames(check);
        }
    }

    public override void Check(in BindingCheck check)
    {
        foreach (var list in lists)
        {
            list.Check(check);
        }

        foreach (var list in lists)
        {
            if (list.GetStaticType(check) is { } type and not AttributeType.List)
            {
                throw check.Invalid(ExpressionErrors.OperandType("list_append", type.GetWireName()));
            }
        }
    }

    public override AttributeType? GetStaticType(in BindingCheck check) => AttributeType.List;

    public override AttributeType? GetType(ref EvaluationContext context)
    {
        AttributeType? result = AttributeType.List;
        foreach (var list in lists)
        {
            var type = list.GetType(ref context);
            if (type is null)
            {
                result = null;
            }
            else if (type != AttributeType.List)
            {
                throw UpdateErrors.WrongType();
            }
        }

        return result;
    }

    public override void Write(ref EvaluationContext context, ItemBuilder builder)
    {
        builder.BeginList();
        WriteElements(ref context, builder);
        builder.EndList();
    }

    public override void WriteElements(ref EvaluationContext context, ItemBuilder builder)
    {
        foreach (var list in lists)
        {
            list.WriteElements(ref context, builder);
        }
    }

    public override DynamoNumber GetNumber(ref EvaluationContext context) => throw new System.Diagnostics.UnreachableException();
}
