using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Binding;

/// <summary>What the checks of one binding look at. The checks walk the expression in the service's order, and the first problem is thrown.</summary>
internal readonly struct BindingCheck(ExpressionParameter parameter, ExpressionSlots slots, ResolvedNames names, AttributeValue[] values, bool[]? missingValues)
{
    public ResolvedNames Names => names;

    public DynamoValidationException Invalid(string problem) => ExpressionErrors.Invalid(parameter, problem);

    /// <summary>Checks that the path's placeholders are defined, and that it has no more levels than an item can.</summary>
    public void UsePath(CompiledPath path)
    {
        UseNames(path);
        if (path.Depth > ExpressionLimits.MaxPathDepth)
        {
            throw Invalid(ExpressionErrors.TooDeep(path.Depth));
        }
    }

    /// <summary>Checks that the path's placeholders are defined.</summary>
    public void UseNames(CompiledPath path)
    {
        if (names.IsComplete)
        {
            return;
        }

        UseName(path.Root);
        foreach (var step in path.Steps)
        {
            if (step >= 0)
            {
                UseName(step);
            }
        }
    }

    /// <summary>Checks that the value is defined.</summary>
    public AttributeValue UseValue(int slot)
        => missingValues?[slot] == true ? throw Invalid(ExpressionErrors.UndefinedValue(slots.ValuePlaceholders[slot].Text)) : values[slot];

    private void UseName(int slot)
    {
        if (names.Slots[slot] is null)
        {
            throw Invalid(ExpressionErrors.UndefinedName(slots.GetNameText(slot)));
        }
    }
}
