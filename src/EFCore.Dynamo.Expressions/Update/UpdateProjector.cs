using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Update;

/// <summary>Computes what an update wrote, without what was there before: the actions run again over the item before the update, into the tree of changed paths alone.</summary>
/// <remarks>Looking for the paths in the new item would find other elements of a list that an action has shortened, or that was shorter than the index.</remarks>
internal static class UpdateProjector
{
    public static Item Project(ref EvaluationContext context, CompiledAction[] actions, PathTree tree)
    {
        var builder = ItemBuilderCache.Rent();
        WriteEntries(ref context, context.Item, tree, actions, builder);
        return builder.Build();
    }

    private static void WriteEntries(ref EvaluationContext context, ItemSpan map, PathTree node, CompiledAction[] actions, ItemBuilder builder)
    {
        foreach (var child in node.Children)
        {
            var exists = map.TryGetValue(child.Name!, out var current); // children of a map have names
            if (!Writes(ref context, child, exists, current, actions))
                continue;
            builder.WriteName(child.Name!.Utf8); // children of a map have names
            Write(ref context, child, exists, current, actions, builder);
        }
    }

    private static void WriteElements(ref EvaluationContext context, AttributeValueSpan list, PathTree node, CompiledAction[] actions, ItemBuilder builder)
    {
        foreach (var child in node.Children)
        {
            var exists = TryGetElement(list, child, out var current);
            if (Writes(ref context, child, exists, current, actions))
                Write(ref context, child, exists, current, actions, builder);
        }
    }

    private static void Write(ref EvaluationContext context, PathTree node, bool exists, AttributeValueSpan current, CompiledAction[] actions, ItemBuilder builder)
    {
        if (node.Path != PathTree.NoPath)
        {
            actions[node.Path].Write(ref context, exists, current, builder);
        }
        else if (current.Type == AttributeType.Map)
        {
            builder.BeginMap();
            WriteEntries(ref context, current.GetMap(), node, actions, builder);
            builder.EndMap();
        }
        else
        {
            builder.BeginList();
            WriteElements(ref context, current, node, actions, builder);
            builder.EndList();
        }
    }

    /// <summary>Whether any action at the node or below it leaves a value.</summary>
    private static bool Writes(ref EvaluationContext context, PathTree node, bool exists, AttributeValueSpan current, CompiledAction[] actions)
    {
        if (node.Path != PathTree.NoPath)
            return actions[node.Path].Keeps(ref context, exists, current);
        foreach (var child in node.Children)
        {
            var childExists = child.Name is { } name ? current.GetMap().TryGetValue(name, out var value) : TryGetElement(current, child, out value);
            if (Writes(ref context, child, childExists, value, actions))
                return true;
        }

        return false;
    }

    private static bool TryGetElement(AttributeValueSpan list, PathTree child, out AttributeValueSpan element)
    {
        var exists = child.Index < list.Count;
        element = exists ? list[child.Index] : default;
        return exists;
    }
}
