using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Query.Planning.Filters;

/// <summary>Finds the parameters that a condition compares with.</summary>
internal static class ParameterReferences
{
    /// <summary>The parameters, in no order, some perhaps twice; not those in paths.</summary>
    public static IEnumerable<ParameterOperand> Find(DynamoExpression? expression)
        => expression switch
        {
            ParameterOperand parameter => [parameter],
            ComparisonPredicate comparison => Find(comparison.Left).Concat(Find(comparison.Right)),
            BetweenPredicate between => Find(between.Low).Concat(Find(between.High)),
            BeginsWithPredicate beginsWith => Find(beginsWith.Prefix),
            ContainsPredicate contains => Find(contains.Value),
            InPredicate list => list.Values.SelectMany(Find),
            InParameterPredicate list => [list.Collection],
            NotPredicate not => Find(not.Operand),
            AndPredicate and => and.Operands.SelectMany(Find),
            OrPredicate or => or.Operands.SelectMany(Find),
            _ => [],
        };
}
