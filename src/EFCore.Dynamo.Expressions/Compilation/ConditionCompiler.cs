using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Compilation;

/// <summary>Turns a syntax tree into evaluable nodes with numbered names, values and paths.</summary>
internal sealed class ConditionCompiler(ExpressionSlots slots)
{
    private readonly List<CompiledPath> _paths = [];

    /// <summary>All paths, in the order of the text.</summary>
    public CompiledPath[] Paths => [.. _paths];

    public CompiledCondition Compile(ConditionNode node)
        => node switch
        {
            AndCondition and => new CompiledLogicalCondition(CompileAll(and.Conditions), decisive: false),
            OrCondition or => new CompiledLogicalCondition(CompileAll(or.Conditions), decisive: true),
            NotCondition not => new CompiledNotCondition(Compile(not.Condition)),
            ComparisonCondition comparison => new CompiledComparison(Compile(comparison.Left), comparison.Operator, Compile(comparison.Right)),
            BetweenCondition between => new CompiledBetween(Compile(between.Operand), Compile(between.Lower), Compile(between.Upper)),
            InCondition @in => new CompiledIn(Compile(@in.Operand), CompileAll(@in.Candidates)),
            FunctionCondition function => Compile(function.Function, CompileAll(function.Arguments)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public CompiledOperand Compile(Operand operand)
        => operand switch
        {
            PathOperand path => new CompiledPathOperand(AddPath(path.Path)),
            ValueOperand value => new CompiledValueOperand(slots.AddValue(value.Placeholder)),
            FunctionOperand { Function: ExpressionFunction.Size } size => new CompiledSizeOperand(Compile(size.Arguments[0])),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public CompiledPath AddPath(AttributePath path)
    {
        var compiled = new CompiledPath(path, slots, _paths.Count);
        _paths.Add(compiled);
        return compiled;
    }

    private static CompiledCondition Compile(ExpressionFunction function, CompiledOperand[] arguments)
        => function switch
        {
            ExpressionFunction.AttributeExists => new CompiledAttributeExists(arguments[0], expected: true),
            ExpressionFunction.AttributeNotExists => new CompiledAttributeExists(arguments[0], expected: false),
            ExpressionFunction.AttributeType => new CompiledAttributeType(arguments[0], arguments[1]),
            ExpressionFunction.BeginsWith => new CompiledBeginsWith(arguments[0], arguments[1]),
            ExpressionFunction.Contains => new CompiledContains(arguments[0], arguments[1]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private CompiledCondition[] CompileAll(SyntaxList<ConditionNode> nodes)
    {
        var compiled = new CompiledCondition[nodes.Count];
        for (var i = 0; i < compiled.Length; i++)
        {
            compiled[i] = Compile(nodes[i]);
        }

        return compiled;
    }

    private CompiledOperand[] CompileAll(SyntaxList<Operand> operands)
    {
        var compiled = new CompiledOperand[operands.Count];
        for (var i = 0; i < compiled.Length; i++)
        {
            compiled[i] = Compile(operands[i]);
        }

        return compiled;
    }
}
