using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary>A condition, ready to be evaluated.</summary>
internal abstract class CompiledCondition
{
    /// <summary>Checks placeholders and types, in the service's order.</summary>
    public abstract void Check(in BindingCheck check);

    public abstract bool Evaluate(ref EvaluationContext context);

    /// <summary>Refuses an operand whose type is known not to have an order.</summary>
    protected static void CheckOrdered(in BindingCheck check, string operatorName, CompiledOperand operand)
    {
        if (operand.GetStaticType(check) is { } type && !type.IsOrdered())
        {
            throw check.Invalid(ExpressionErrors.OperandType(operatorName, type.GetWireName()));
        }
    }

    /// <summary>Refuses a path that is compared with itself.</summary>
    protected static void CheckDistinct(in BindingCheck check, string operatorName, CompiledOperand first, CompiledOperand other)
    {
        if (first.Path is { } path && other.Path is { } otherPath && path.IsSameAs(otherPath, check.Names))
        {
            throw SameOperand(check, operatorName, path);
        }
    }

    private static DynamoValidationException SameOperand(in BindingCheck check, string operatorName, CompiledPath path)
        => check.Invalid(ExpressionErrors.SameOperand(operatorName, path.Describe(check.Names)));
}
