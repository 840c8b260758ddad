using System.Diagnostics;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Update;

/// <summary>
///     What the service charges an update expression against the largest size of an item: its clauses by their parts, whatever the item holds beside them.
/// </summary>
/// <remarks>
///     Measured at the service's limit in October 2026, in 31 of 33 regions. Only single indexes were: that a second one in a target costs no more is not
///     verified.
/// </remarks>
internal static class UpdateCharge
{
    private const int UpdateBytes = 3;
    private const int SetBytes = 19;
    private const int AddBytes = 19;
    private const int TakeAwayBytes = 1;
    private const int LaterTargetElementBytes = 4;
    private const int TargetThroughListBytes = 1;
    private const int PathBytes = 1;
    private const int PathElementBytes = 14;
    private const int SumBytes = 34;
    private const int DifferenceBytes = 37;
    private const int IfNotExistsBytes = 39;
    private const int ListAppendBytes = 37;

    public static long Measure(ref EvaluationContext context, CompiledAction[] actions)
    {
        long charge = UpdateBytes;
        foreach (var action in actions)
        {
            charge += OfTarget(action.Path, context.Names);
            charge += action switch
            {
                CompiledSet set => SetBytes + OfOperand(ref context, set.Value),
                CompiledAdd add => AddBytes + OfAddend(ref context, add),
                CompiledRemove or CompiledDelete => TakeAwayBytes, // what is taken away is free
                _ => throw new UnreachableException(),
            };
        }

        return charge;
    }

    /// <summary>What remains of the charge when every value is empty: it depends on nothing but the names.</summary>
    public static int MeasureWithoutValues(CompiledAction[] actions, CompiledPath[] paths, ResolvedNames names, int valueCount)
    {
        var values = new AttributeValue[valueCount];
        Array.Fill(values, AttributeValue.FromString(string.Empty));
        var context = new EvaluationContext { Item = Item.Empty.Span, Names = names, Values = values, Hints = new int[paths.Length] };
        return (int)Measure(ref context, actions);
    }

    private static int OfTarget(CompiledPath path, ResolvedNames names)
    {
        var charge = names[path.Root].Utf8.Length;
        var isThroughList = false;
        foreach (var step in path.Steps)
        {
            charge += LaterTargetElementBytes + OfElement(step, names);
            isThroughList |= step < 0;
        }

        return isThroughList ? charge + TargetThroughListBytes : charge;
    }

    private static long OfOperand(ref EvaluationContext context, CompiledUpdateOperand operand)
        => operand switch
        {
            CompiledSimpleUpdateOperand { Path: { } path } => OfPath(path, context.Names),
            CompiledSimpleUpdateOperand { Slot: { } slot } => context.Values[slot].SizeBytes,
            CompiledArithmetic sum => (sum.IsSubtraction ? DifferenceBytes : SumBytes) + OfOperand(ref context, sum.Left) + OfOperand(ref context, sum.Right),
            CompiledIfNotExists call => IfNotExistsBytes + OfOperands(ref context, call.Arguments), // both, whichever is taken
            CompiledListAppend call => ListAppendBytes + OfOperands(ref context, call.Lists),
            _ => throw new UnreachableException(),
        };

    private static long OfOperands(ref EvaluationContext context, ReadOnlySpan<CompiledUpdateOperand> operands)
    {
        long charge = 0;
        foreach (var operand in operands)
        {
            charge += OfOperand(ref context, operand);
        }

        return charge;
    }

    /// <summary>Of a set only the members that are new to the item.</summary>
    private static long OfAddend(ref EvaluationContext context, CompiledAdd add)
    {
        var addend = context.Values[add.Slot].Span;
        if (!addend.Type.IsSet() || !add.Path.TryResolve(ref context, out var current) || current.Type != addend.Type)
        {
            return addend.SizeBytes;
        }

        long charge = 0;
        for (var i = 0; i < addend.Count; i++)
        {
            charge += current.SetContains(addend[i]) ? 0 : addend[i].SizeBytes;
        }

        return charge;
    }

    private static int OfPath(CompiledPath path, ResolvedNames names)
    {
        var charge = PathBytes + PathElementBytes + names[path.Root].Utf8.Length;
        foreach (var step in path.Steps)
        {
            charge += PathElementBytes + OfElement(step, names);
        }

        return charge;
    }

    /// <summary>The bytes of a name, or the digits of an index.</summary>
    private static int OfElement(int step, ResolvedNames names) => step < 0 ? CountDigits(~step) : names[step].Utf8.Length;

    private static int CountDigits(int index)
    {
        var count = 1;
        for (; index >= 10; index /= 10)
        {
            count++;
        }

        return count;
    }
}
