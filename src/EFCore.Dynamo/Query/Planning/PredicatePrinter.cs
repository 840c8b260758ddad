using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Keys;

namespace EFCore.Dynamo.Query.Planning;

/// <summary>Writes conditions for people, in the words of the service's expressions, with names and values in place.</summary>
internal static class PredicatePrinter
{
    public static void Print(PlanTextBuilder text, DynamoPredicate predicate)
    {
        switch (predicate)
        {
            case BooleanPredicate constant:
                text.Append(constant.Value ? "true" : "false");
                break;
            case ComparisonPredicate comparison:
                Print(text, comparison.Left, $" {Symbol(comparison.Operator)} ", comparison.Right);
                break;
            case BetweenPredicate between:
                Print(text, between.Operand, " BETWEEN ", between.Low);
                text.Append(" AND ").AppendOperand(between.High);
                break;
            case BeginsWithPredicate beginsWith:
                PrintCall(text, "begins_with", beginsWith.Attribute, beginsWith.Prefix);
                break;
            case ContainsPredicate contains:
                PrintCall(text, "contains", contains.Attribute, contains.Value);
                break;
            case InPredicate list:
                text.AppendOperand(list.Operand);
                text.Append(" IN ");
                PrintList(text, list);
                break;
            case InParameterPredicate list:
                Print(text, list.Operand, " IN ", list.Collection);
                break;
            case NullPredicate missing:
                text.AppendOperand(missing.Attribute);
                text.Append(" IS NULL");
                break;
            case NotPredicate not:
                text.Append("NOT (");
                Print(text, not.Operand);
                text.Append(")");
                break;
            case AndPredicate and:
                PrintAll(text, and.Operands, " AND ");
                break;
            case OrPredicate or:
                PrintAll(text, or.Operands, " OR ");
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Conditions one after the other; those that are compound stand in parentheses.</summary>
    public static void PrintAll(PlanTextBuilder text, IReadOnlyList<DynamoPredicate> predicates, string separator)
    {
        for (var i = 0; i < predicates.Count; i++)
        {
            text.Append(i > 0 ? separator : "");
            var isCompound = predicates.Count > 1 && predicates[i] is AndPredicate or OrPredicate;
            text.Append(isCompound ? "(" : "");
            Print(text, predicates[i]);
            text.Append(isCompound ? ")" : "");
        }
    }

    private static void Print(PlanTextBuilder text, DynamoOperand left, string comparator, DynamoOperand right)
    {
        text.AppendOperand(left);
        text.Append(comparator);
        text.AppendOperand(right);
    }

    private static void PrintCall(PlanTextBuilder text, string function, AttributeOperand attribute, DynamoOperand argument)
    {
        text.Append(function).Append("(");
        Print(text, attribute, ", ", argument);
        text.Append(")");
    }

    private static void PrintList(PlanTextBuilder text, InPredicate list)
    {
        var separator = "(";
        foreach (var value in list.Values)
        {
            text.Append(separator).AppendOperand(value);
            separator = ", ";
        }

        text.Append(list.Values.IsEmpty ? "()" : ")");
    }

    private static string Symbol(Comparator comparator)
        => comparator switch
        {
            Comparator.Equal => "=",
            Comparator.NotEqual => "<>",
            Comparator.LessThan => "<",
            Comparator.LessThanOrEqual => "<=",
            Comparator.GreaterThan => ">",
            _ => ">=",
        };
}
