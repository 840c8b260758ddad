using System.Collections.Immutable;
using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Query.Translation.Predicates;

/// <summary>Combines predicates, flattening as their types promise.</summary>
internal static class LogicalPredicates
{
    /// <summary>Both hold.</summary>
    public static DynamoPredicate And(DynamoPredicate left, DynamoPredicate right)
        => (left, right) switch
        {
            (BooleanPredicate { Value: true }, _) => right,
            (_, BooleanPredicate { Value: true }) => left,
            (BooleanPredicate, _) => left,
            (_, BooleanPredicate) => right,
            _ => new AndPredicate([.. Flatten<AndPredicate>(left, p => p.Operands), .. Flatten<AndPredicate>(right, p => p.Operands)]),
        };

    /// <summary>One of them holds.</summary>
    public static DynamoPredicate Or(DynamoPredicate left, DynamoPredicate right)
        => (left, right) switch
        {
            (BooleanPredicate { Value: false }, _) => right,
            (_, BooleanPredicate { Value: false }) => left,
            (BooleanPredicate, _) => left,
            (_, BooleanPredicate) => right,
            _ => new OrPredicate([.. Flatten<OrPredicate>(left, p => p.Operands), .. Flatten<OrPredicate>(right, p => p.Operands)]),
        };

    /// <summary>It does not hold.</summary>
    public static DynamoPredicate Not(DynamoPredicate operand)
        => operand switch
        {
            BooleanPredicate boolean => new BooleanPredicate(!boolean.Value),
            NotPredicate not => not.Operand,
            _ => new NotPredicate(operand),
        };

    private static ImmutableArray<DynamoPredicate> Flatten<T>(DynamoPredicate predicate, Func<T, ImmutableArray<DynamoPredicate>> operands)
        where T : DynamoPredicate
        => predicate is T combined ? operands(combined) : [predicate];
}
