using System.Diagnostics;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Compilation;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.Update;

/// <summary>Turns an update's syntax tree into actions with numbered names, values and paths.</summary>
internal sealed class UpdateCompiler(ExpressionSlots slots) : Operand.IVisitor<CompiledUpdateOperand>
{
    private readonly ConditionCompiler _operands = new(slots);

    /// <summary>All paths: first those of the actions, in their order, then those that are only read.</summary>
    public CompiledPath[] Paths => _operands.Paths;

    public CompiledAction[] Compile(UpdateNode update)
    {
        // The paths of the actions come first, so that an action and its path have one number.
        var setPaths = CompilePaths(update.Set, static action => action.Path);
        var removePaths = CompilePaths(update.Remove, static path => path);
        var addPaths = CompilePaths(update.Add, static action => action.Path);
        var deletePaths = CompilePaths(update.Delete, static action => action.Path);

        var actions = new List<CompiledAction>();
        for (var i = 0; i < setPaths.Length; i++)
        {
            actions.Add(new CompiledSet(setPaths[i], Compile(update.Set[i].Value)));
        }

        foreach (var path in removePaths)
        {
            actions.Add(new CompiledRemove(path));
        }

        for (var i = 0; i < addPaths.Length; i++)
        {
            actions.Add(new CompiledAdd(addPaths[i], slots.AddValue(update.Add[i].Value)));
        }

        for (var i = 0; i < deletePaths.Length; i++)
        {
            actions.Add(new CompiledDelete(deletePaths[i], slots.AddValue(update.Delete[i].Value)));
        }

        return [.. actions];
    }

    private CompiledPath[] CompilePaths<T>(SyntaxList<T> actions, Func<T, AttributePath> getPath)
    {
        var paths = new CompiledPath[actions.Count];
        for (var i = 0; i < paths.Length; i++)
        {
            paths[i] = _operands.AddPath(getPath(actions[i]));
        }

        return paths;
    }

    public CompiledUpdateOperand Visit(Operand.Attribute attribute) => new CompiledSimpleUpdateOperand(_operands.Compile(attribute));

    public CompiledUpdateOperand Visit(Operand.Value value) => new CompiledSimpleUpdateOperand(_operands.Compile(value));

    public CompiledUpdateOperand Visit(Operand.Call call)
        => call.Function switch
        {
            ExpressionFunction.IfNotExists => new CompiledIfNotExists(CompileAll(call.Arguments)),
            ExpressionFunction.ListAppend => new CompiledListAppend(CompileAll(call.Arguments)),
            _ => throw new UnreachableException($"{call.Function} is no function of updates."),
        };

    public CompiledUpdateOperand Visit(Operand.Arithmetic arithmetic)
        => new CompiledArithmetic(Compile(arithmetic.Left), arithmetic.IsSubtraction, Compile(arithmetic.Right));

    private CompiledUpdateOperand Compile(Operand operand) => operand.Accept(this);

    private CompiledUpdateOperand[] CompileAll(SyntaxList<Operand> arguments)
    {
        var compiled = new CompiledUpdateOperand[arguments.Count];
        for (var i = 0; i < compiled.Length; i++)
        {
            compiled[i] = Compile(arguments[i]);
        }

        return compiled;
    }
}
