using System.Diagnostics;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>
///     The attributes that an index must hold for a filter of a keyed read. A visit adds the placeholders of their names, and returns all that were added.
/// </summary>
/// <remarks>The service does not look into an OR: what is missing there is missing to the filter as well.</remarks>
internal sealed class FilterAttributes : ConditionNode.IVisitor<HashSet<string>>, Operand.IVisitor<HashSet<string>>
{
    private readonly HashSet<string> _placeholders = new(StringComparer.Ordinal);

    private FilterAttributes()
    {
    }

    public static HashSet<string> FindOutsideOr(PartiQlTranslator translator, ConditionNode? condition)
        => condition is null ? [] : [.. condition.Accept(new FilterAttributes()).Select(translator.GetName)];

    public HashSet<string> Visit(ConditionNode.And and)
    {
        foreach (var operand in and.Conditions)
        {
            _ = operand.Accept(this);
        }

        return _placeholders;
    }

    public HashSet<string> Visit(ConditionNode.Or or) => _placeholders;

    public HashSet<string> Visit(ConditionNode.Not not) => not.Condition.Accept(this);

    public HashSet<string> Visit(ConditionNode.Comparison comparison) => Add([comparison.Left, comparison.Right]);

    public HashSet<string> Visit(ConditionNode.Between between) => Add([between.Operand, between.Lower, between.Upper]);

    public HashSet<string> Visit(ConditionNode.In choice) => Add([choice.Operand, .. choice.Candidates]);

    public HashSet<string> Visit(ConditionNode.Call call) => Add(call.Arguments.AsSpan());

    public HashSet<string> Visit(Operand.Attribute attribute)
    {
        _ = _placeholders.Add(attribute.Path.Root);
        return _placeholders;
    }

    public HashSet<string> Visit(Operand.Value value) => _placeholders;

    public HashSet<string> Visit(Operand.Call call) => Add(call.Arguments.AsSpan());

    public HashSet<string> Visit(Operand.Arithmetic arithmetic) => throw new UnreachableException("Only updates have sums.");

    private HashSet<string> Add(ReadOnlySpan<Operand> operands)
    {
        foreach (var operand in operands)
        {
            _ = operand.Accept(this);
        }

        return _placeholders;
    }
}
