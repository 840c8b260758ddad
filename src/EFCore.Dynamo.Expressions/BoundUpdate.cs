using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Expressions.Update;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>An update with its placeholders resolved: applies to any number of items, on any number of threads.</summary>
public sealed class BoundUpdate
{
    private readonly CompiledAction[] actions;
    private readonly CompiledPath[] paths;
    private readonly ResolvedNames names;
    private readonly PathTree tree;
    private readonly AttributeValue[] values;
    private readonly int[] hints;

    internal BoundUpdate(CompiledAction[] actions, CompiledPath[] paths, ResolvedNames names, PathTree tree, AttributeValue[] values)
    {
        this.actions = actions;
        this.paths = paths;
        this.names = names;
        this.tree = tree;
        this.values = values;
        hints = new int[paths.Length];
    }

    /// <summary>The top-level attributes that the update changes, without duplicates.</summary>
    public ReadOnlySpan<AttributeName> ChangedAttributes => tree.ChildNames;

    /// <summary>Checks that no key attribute of the table is changed, and that no operand leads into one.</summary>
    /// <exception cref="DynamoValidationException">One is.</exception>
    public void ThrowIfChangesKey(ReadOnlySpan<string> keyAttributeNames)
    {
        KeyAttributes.ThrowIfDereferenced(paths.AsSpan(actions.Length), names, keyAttributeNames);
        foreach (var action in actions)
        {
            if (KeyAttributes.TryFind(action.Path, names, keyAttributeNames) is { } key)
                throw new DynamoValidationException($"One or more parameter values were invalid: Cannot update attribute {key}. This attribute is part of the key");
        }
    }

    /// <summary>Computes the item after the update. All right-hand sides and list indexes refer to the item before it.</summary>
    /// <param name="current">The item as it is; for one that does not exist yet, its key attributes alone.</param>
    /// <returns>The new item in memory of its own; the caller checks its size and nesting.</returns>
    /// <exception cref="DynamoValidationException">An operand or a path does not fit the item, or a number leaves the range; nothing was changed.</exception>
    public Item Apply(ItemSpan current)
    {
        var context = new EvaluationContext { Item = current, Names = names, Values = values, Hints = hints };
        return UpdateApplier.Apply(ref context, actions, tree);
    }

    /// <summary>What <c>UPDATED_OLD</c> and <c>UPDATED_NEW</c> return: the paths that the expression names, out of the old or new image.</summary>
    public Item ProjectTouchedPaths(ItemSpan image) => PathProjector.Project(image, tree, new int[tree.Children.Length]);
}
