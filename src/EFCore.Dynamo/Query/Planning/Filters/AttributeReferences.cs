using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Query.Planning.Filters;

/// <summary>Finds the attributes that a condition reads.</summary>
internal static class AttributeReferences
{
    /// <summary>The paths, in no order, some perhaps twice.</summary>
    public static IEnumerable<DocumentPath> Find(DynamoExpression? expression)
        => expression switch
        {
            null or ConstantOperand or ParameterOperand or BooleanPredicate => [],
            AttributeOperand attribute => [attribute.Path],
            SizeOperand size => [size.Attribute.Path],
            ComparisonPredicate comparison => Find(comparison.Left).Concat(Find(comparison.Right)),
            BetweenPredicate between => Find(between.Operand).Concat(Find(between.Low)).Concat(Find(between.High)),
            BeginsWithPredicate beginsWith => [beginsWith.Attribute.Path],
            ContainsPredicate contains => Find(contains.Value).Append(contains.Attribute.Path),
            InPredicate list => list.Values.SelectMany(Find).Append(list.Operand.Path),
            InParameterPredicate list => [list.Operand.Path],
            NullPredicate missing => [missing.Attribute.Path],
            NotPredicate not => Find(not.Operand),
            AndPredicate and => and.Operands.SelectMany(Find),
            OrPredicate or => or.Operands.SelectMany(Find),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
