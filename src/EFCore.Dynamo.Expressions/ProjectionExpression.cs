using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Parsing;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions;

/// <summary>A parsed <c>ProjectionExpression</c>: immutable, cached by its text, shared by threads.</summary>
public sealed class ProjectionExpression
{
    private static readonly ExpressionCache<ProjectionExpression> Cache = new(static text => new(text));

    private readonly ExpressionSlots _slots = new();
    private readonly CompiledPath[] _compiledPaths;

    private ProjectionExpression(string text)
    {
        Paths = ProjectionParser.Parse(text);
        _compiledPaths = new CompiledPath[Paths.Count];
        for (var i = 0; i < _compiledPaths.Length; i++)
            _compiledPaths[i] = new(Paths[i], _slots, i);
    }

    /// <summary>The paths, in the order of the text.</summary>
    public SyntaxList<AttributePath> Paths { get; }

    /// <summary>Parses, or takes from the cache.</summary>
    /// <exception cref="Errors.DynamoValidationException">Not a projection by the service's rules.</exception>
    public static ProjectionExpression Parse(string text) => Cache.GetOrParse(text);

    /// <summary>Resolves the placeholders and checks that no two paths overlap.</summary>
    /// <exception cref="Errors.DynamoValidationException">An undefined placeholder, or overlapping paths.</exception>
    public BoundProjection Bind(RequestPlaceholders placeholders)
    {
        ArgumentNullException.ThrowIfNull(placeholders);
        placeholders.Use(_slots);
        var names = _slots.ResolveNames(placeholders.Names);
        names.Tree ??= BuildTree(names);
        return new(_compiledPaths, names, names.Tree);
    }

    private PathTree BuildTree(ResolvedNames names)
    {
        var check = new BindingCheck(ExpressionParameter.ProjectionExpression, _slots, names, [], missingValues: null);
        foreach (var path in _compiledPaths)
            check.UsePath(path);
        return PathTree.Build(_compiledPaths, check);
    }
}
