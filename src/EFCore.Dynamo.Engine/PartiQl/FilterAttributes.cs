using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>The attributes that an index must hold for a filter of a keyed read.</summary>
/// <remarks>The service does not look into an OR: what is missing there is missing to the filter as well.</remarks>
internal static class FilterAttributes
{
    public static HashSet<string> FindOutsideOr(PartiQlTranslator translator, ConditionNode? condition)
    {
        var placeholders = new HashSet<string>(StringComparer.Ordinal);
        if (condition is not null)
        {
            Add(placeholders, condition);
        }

        return [.. placeholders.Select(translator.GetName)];
    }

    private static void Add(HashSet<string> names, ConditionNode condition)
    {
        switch (condition)
        {
            case OrCondition:
                break;
            case AndCondition and:
                foreach (var operand in and.Conditions)
                {
                    Add(names, operand);
                }

                break;
            case NotCondition not:
                Add(names, not.Condition);
                break;
            case ComparisonCondition comparison:
                Add(names, [comparison.Left, comparison.Right]);
                break;
            case BetweenCondition between:
                Add(names, [between.Operand, between.Lower, between.Upper]);
                break;
            case InCondition @in:
                Add(names, [@in.Operand, .. @in.Candidates]);
                break;
            case FunctionCondition function:
                Add(names, function.Arguments.AsSpan());
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"No condition is a {condition.GetType().Name}.");
        }
    }

    private static void Add(HashSet<string> names, ReadOnlySpan<Operand> operands)
    {
        foreach (var operand in operands)
        {
            switch (operand)
            {
                case PathOperand path:
                    _ = names.Add(path.Path.Root);
                    break;
                case FunctionOperand function:
                    Add(names, function.Arguments.AsSpan());
                    break;
                case ValueOperand:
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException($"No condition has a {operand.GetType().Name}.");
            }
        }
    }
}
