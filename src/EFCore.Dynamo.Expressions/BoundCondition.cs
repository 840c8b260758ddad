using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>A condition with its placeholders resolved: ready to be evaluated against any number of items, by any number of threads.</summary>
public sealed class BoundCondition
{
    private readonly CompiledCondition condition;
    private readonly CompiledPath[] paths;
    private readonly ResolvedNames names;
    private readonly AttributeValue[] values;
    private readonly int[] hints;

    internal BoundCondition(CompiledCondition condition, CompiledPath[] paths, ResolvedNames names, AttributeValue[] values)
    {
        this.condition = condition;
        this.paths = paths;
        this.names = names;
        this.values = values;
        hints = new int[paths.Length];
    }

    /// <summary>Whether the item satisfies the condition; an item that does not exist is the empty one. Allocates nothing.</summary>
    public bool Evaluate(ItemSpan item)
    {
        Span<byte> scratch = stackalloc byte[EvaluationContext.ScratchSlotBytes * EvaluationContext.ScratchSlotCount];
        var context = new EvaluationContext { Item = item, Names = names, Values = values, Hints = hints, Scratch = scratch };
        return condition.Evaluate(ref context);
    }

    /// <summary>Checks that no key attribute occurs: a Query's filter must not name the keys of what it reads.</summary>
    /// <exception cref="DynamoValidationException">One does.</exception>
    public void ThrowIfReferencesKey(ReadOnlySpan<string> keyAttributeNames)
    {
        foreach (var path in paths)
        {
            if (KeyAttributes.TryFind(path, names, keyAttributeNames) is { } key)
                throw new DynamoValidationException($"Filter Expression can only contain non-primary key attributes: Primary key attribute: {key}");
        }
    }

    /// <summary>Checks that no path leads into a key attribute: those are scalars.</summary>
    /// <exception cref="DynamoValidationException">One does.</exception>
    public void ThrowIfDereferencesKey(ReadOnlySpan<string> keyAttributeNames)
        => KeyAttributes.ThrowIfDereferenced(paths, names, keyAttributeNames);
}
