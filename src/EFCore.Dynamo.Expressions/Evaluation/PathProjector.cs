using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary>
///     Copies the paths of a tree out of an item: absent ones are left out, and so are maps and lists in which nothing was found; lists close their gaps.
/// </summary>
internal static class PathProjector
{
    public static Item Project(ItemSpan item, PathTree tree, int[] hints)
    {
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        for (var i = 0; i < tree.Children.Length; i++)
        {
            var child = tree.Children[i];
            var name = child.Name!; // roots are names
            if (!item.TryGetValue(name, ref hints[i], out var value) || !Selects(value, child))
            {
                continue;
            }

            builder.WriteName(name);
            Write(value, child, builder);
        }

        return builder.Build();
    }

    /// <summary>Whether anything below the node is there.</summary>
    private static bool Selects(AttributeValueSpan value, PathTree node)
    {
        if (node.Path != PathTree.NoPath)
        {
            return true;
        }

        foreach (var child in node.Children)
        {
            if (TryGetChild(value, child, out var childValue) && Selects(childValue, child))
            {
                return true;
            }
        }

        return false;
    }

    private static void Write(AttributeValueSpan value, PathTree node, ItemBuilder builder)
    {
        if (node.Path != PathTree.NoPath)
        {
            builder.WriteValue(value);
            return;
        }

        var isMap = value.Type == AttributeType.Map;
        if (isMap)
        {
            builder.BeginMap();
        }
        else
        {
            builder.BeginList();
        }

        foreach (var child in node.Children)
        {
            if (!TryGetChild(value, child, out var childValue) || !Selects(childValue, child))
            {
                continue;
            }

            if (isMap)
            {
                builder.WriteName(child.Name!.Utf8); // found in a map by its name
            }

            Write(childValue, child, builder);
        }

        if (isMap)
        {
            builder.EndMap();
        }
        else
        {
            builder.EndList();
        }
    }

    private static bool TryGetChild(AttributeValueSpan value, PathTree child, out AttributeValueSpan childValue)
    {
        if (child.Name is { } name)
        {
            if (value.Type == AttributeType.Map)
            {
                return value.GetMap().TryGetValue(name, out childValue);
            }
        }
        else if (value.Type == AttributeType.List && child.Index < value.Count)
        {
            childValue = value[child.Index];
            return true;
        }

        childValue = default;
        return false;
    }
}
