using System.Diagnostics;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Compilation;

/// <summary>Turns a syntax tree into evaluable nodes with numbered names, values and paths.</summary>
internal sealed class ConditionCompiler(ExpressionSlots slots) : ConditionNode.IVisitor<CompiledCondition>, Operand.IVisitor<CompiledOperand>
{
    private readonly List<CompiledPath> _paths = [];

    /// <summary>All paths, in the order of the text.</summary>
    public CompiledPath[] Paths => [.. _paths];

    public CompiledCondition Compile(ConditionNode node) => node.Accept(this);

    public CompiledOperand Compile(Operand operand) => operand.Accept(this);

    public CompiledPath AddPath(AttributePath path)
    {
        var compiled = new CompiledPath(path, slots, _paths.Count);
        _paths.Add(compiled);
        return compiled;
    }

    public CompiledCondition Visit(ConditionNode.And and) => new CompiledLogicalCondition(CompileAll(and.Conditions), decisive: false);

    public CompiledCondition Visit(ConditionNode.Or or) => new CompiledLogicalCondition(CompileAll(or.Conditions), decisive: true);

    public CompiledCondition Visit(ConditionNode.Not not) => new CompiledNotCondition(Compile(not.Condition));

    public CompiledCondition Visit(ConditionNode.Comparison comparison)
        => new CompiledComparison(Compile(comparison.Left), comparison.Operator, Compile(comparison.Right));

    public CompiledCondition Visit(ConditionNode.Between between)
        => new CompiledBetween(Compile(between.Operand), Compile(between.Lower), Compile(between.Upper));

    public CompiledCondition Visit(ConditionNode.In choice) => new CompiledIn(Compile(choice.Operand), CompileAll(choice.Candidates));

    public CompiledCondition Visit(ConditionNode.Call call)
    {
        var arguments = CompileAll(call.Arguments);
        return call.Function switch
        {
            ExpressionFunction.AttributeExists => new CompiledAttributeExists(arguments[0], expected: true),
            ExpressionFunction.AttributeNotExists => new CompiledAttributeExists(arguments[0], expected: false),
            ExpressionFunction.AttributeType => new CompiledAttributeType(arguments[0], arguments[1]),
            ExpressionFunction.BeginsWith => new CompiledBeginsWith(arguments[0], arguments[1]),
            ExpressionFunction.Contains => new CompiledContains(arguments[0], arguments[1]),
            _ => throw new UnreachableException($"{call.Function} is no condition."),
        };
    }

    public CompiledOperand Visit(Operand.Attribute attribute) => new CompiledPathOperand(AddPath(attribute.Path));

    public CompiledOperand Visit(Operand.Value value) => new CompiledValueOperand(slots.AddValue(value.Placeholder));

    public CompiledOperand Visit(Operand.Call call)
        => call.Function == ExpressionFunction.Size
            ? new CompiledSizeOperand(Compile(call.Arguments[0]))
            : throw new UnreachableException($"No condition compares {call.Function}.");

    public CompiledOperand Visit(Operand.Arithmetic arithmetic) => throw new UnreachableException("Only updates have sums.");

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
