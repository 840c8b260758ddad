using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary>The paths of a SELECT with the attributes that they become: <c>a.b[0]</c> becomes <c>b[0]</c>.</summary>
internal sealed class SelectList
{
    private readonly CompiledPath[] _paths;
    private readonly AttributeName[] _outputs;

    private SelectList(CompiledPath[] paths, AttributeName[] outputs, AttributeName[] rootAttributes)
    {
        _paths = paths;
        _outputs = outputs;
        RootAttributes = rootAttributes;
    }

    /// <summary>The top-level attributes that the paths start at, without duplicates.</summary>
    public AttributeName[] RootAttributes { get; }

    public static SelectList Create(CompiledPath[] paths, in BindingCheck check)
    {
        var roots = new List<AttributeName>();
        var distinctPaths = new List<CompiledPath>();
        var outputs = new List<AttributeName>();
        var rootTexts = new HashSet<string>(StringComparer.Ordinal);
        var outputTexts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            check.UsePath(path);
            var root = check.Names[path.Root];
            if (rootTexts.Add(root.Text))
            {
                roots.Add(root);
            }

            var output = GetOutput(path, check.Names);
            if (!outputTexts.Add(output))
            {
                continue;
            }

            distinctPaths.Add(path);
            outputs.Add(new(output));
        }

        return new([.. distinctPaths], [.. outputs], [.. roots]);
    }

    /// <summary>Copies what the item has of the paths.</summary>
    public Item Apply(ItemSpan item, ResolvedNames names, int[] hints)
    {
        var context = new EvaluationContext { Item = item, Names = names, Values = [], Hints = hints };
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        for (var i = 0; i < _paths.Length; i++)
        {
            if (!_paths[i].TryResolve(ref context, out var value))
            {
                continue;
            }

            builder.WriteName(_outputs[i]);
            builder.WriteValue(value);
        }

        return builder.Build();
    }

    private static string GetOutput(CompiledPath path, ResolvedNames names)
    {
        var name = names[path.Root].Text;
        foreach (var step in path.Steps)
        {
            name = step >= 0 ? names[step].Text : $"{name}[{~step}]";
        }

        return name;
    }
}
