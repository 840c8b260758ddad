using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Update;

/// <summary>Computes the item after an update: first every check, then one pass that merges the item with the tree of changed paths.</summary>
internal static class UpdateApplier
{
    public static Item Apply(ref EvaluationContext context, CompiledAction[] actions, PathTree tree)
    {
        Check(ref context, actions);
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        WriteMapEntries(ref context, context.Item, tree, actions, builder);
        return builder.Build();
    }

    /// <summary>The service's order: parents of the wrong kind, wrong types, parents that are absent, then attributes that are read but absent.</summary>
    private static void Check(ref EvaluationContext context, CompiledAction[] actions)
    {
        foreach (var action in actions)
        {
            if (IsParentFit(ref context, action.Path) == false)
            {
                throw UpdateErrors.InvalidPath();
            }
        }

        var isComplete = true;
        foreach (var action in actions)
        {
            isComplete &= action.CheckTypes(ref context);
        }

        foreach (var action in actions)
        {
            if (IsParentFit(ref context, action.Path) is null)
            {
                throw UpdateErrors.InvalidPath();
            }
        }

        if (!isComplete)
        {
            throw UpdateErrors.MissingAttribute();
        }
    }

    /// <summary>Whether what holds the path's last step is of the kind that the step needs; null where there is nothing.</summary>
    private static bool? IsParentFit(ref EvaluationContext context, CompiledPath path)
    {
        if (path.Steps.IsEmpty)
        {
            return true;
        }

        if (!path.TryResolveParent(ref context, out var parent))
        {
            return null;
        }

        return parent.Type == (path.Steps[^1] < 0 ? AttributeType.List : AttributeType.Map);
    }

    /// <summary>Both the entries and the changed names are in the order of their bytes: one pass over the two.</summary>
    private static void WriteMapEntries(ref EvaluationContext context, ItemSpan map, PathTree node, CompiledAction[] actions, ItemBuilder builder)
    {
        var changes = node.Children;
        var next = 0;
        for (var i = 0; i < map.Count; i++)
        {
            var name = map.GetNameAt(i);
            var order = -1;
            while (next < changes.Length && (order = changes[next].Name!.Utf8.SequenceCompareTo(name)) < 0) // children of a map have names
            {
                WriteEntry(ref context, changes[next++], exists: false, default, actions, builder);
            }

            if (next < changes.Length && order == 0)
            {
                WriteEntry(ref context, changes[next++], exists: true, map.GetValueAt(i), actions, builder);
                continue;
            }

            builder.WriteName(name);
            builder.WriteValue(map.GetValueAt(i));
        }

        while (next < changes.Length)
        {
            WriteEntry(ref context, changes[next++], exists: false, default, actions, builder);
        }
    }

    private static void WriteEntry(
        ref EvaluationContext context, PathTree change, bool exists, AttributeValueSpan current, CompiledAction[] actions, ItemBuilder builder)
    {
        if (change.Path != PathTree.NoPath && !actions[change.Path].Keeps(ref context, exists, current))
        {
            return;
        }

        builder.WriteName(change.Name!.Utf8); // children of a map have names
        WriteChanged(ref context, change, exists, current, actions, builder);
    }

    private static void WriteChanged(
        ref EvaluationContext context, PathTree change, bool exists, AttributeValueSpan current, CompiledAction[] actions, ItemBuilder builder)
    {
        if (change.Path != PathTree.NoPath)
        {
            actions[change.Path].Write(ref context, exists, current, builder);
        }
        else if (current.Type == AttributeType.Map)
        {
            builder.BeginMap();
            WriteMapEntries(ref context, current.GetMap(), change, actions, builder);
            builder.EndMap();
        }
        else
        {
            builder.BeginList();
            WriteElements(ref context, current, change, actions, builder);
            builder.EndList();
        }
    }

    /// <summary>Indexes mean the list before the update; those past its end append in their order.</summary>
    private static void WriteElements(ref EvaluationContext context, AttributeValueSpan list, PathTree node, CompiledAction[] actions, ItemBuilder builder)
    {
        var changes = node.Children;
        var next = 0;
        for (var i = 0; i < list.Count; i++)
        {
            if (next < changes.Length && changes[next].Index == i)
            {
                WriteElement(ref context, changes[next++], exists: true, list[i], actions, builder);
            }
            else
            {
                builder.WriteValue(list[i]);
            }
        }

        while (next < changes.Length)
        {
            WriteElement(ref context, changes[next++], exists: false, default, actions, builder);
        }
    }

    private static void WriteElement(
        ref EvaluationContext context, PathTree change, bool exists, AttributeValueSpan current, CompiledAction[] actions, ItemBuilder builder)
    {
        if (change.Path == PathTree.NoPath || actions[change.Path].Keeps(ref context, exists, current))
        {
            WriteChanged(ref context, change, exists, current, actions, builder);
        }
    }
}
