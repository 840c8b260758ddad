using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Expressions.Parsing;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions;

/// <summary>A parsed <c>ProjectionExpression</c>: immutable, cached by its text, shared by threads.</summary>
internal sealed class ProjectionExpression
{
    private static readonly ExpressionCache<ProjectionExpression> Cache = new(static text => new(ProjectionParser.Parse(text), isSelectList: false));

    private readonly ExpressionSlots _slots = new();
    private readonly CompiledPath[] _compiledPaths;
    private readonly bool _isSelectList;

    private ProjectionExpression(SyntaxList<AttributePath> paths, bool isSelectList)
    {
        _isSelectList = isSelectList;
        Paths = paths;
        _compiledPaths = new CompiledPath[Paths.Count];
        for (var i = 0; i < _compiledPaths.Length; i++)
        {
            _compiledPaths[i] = new(Paths[i], _slots, i);
        }
    }

    /// <summary>The paths, in the order of the text.</summary>
    public SyntaxList<AttributePath> Paths { get; }

    /// <summary>Parses, or takes from the cache.</summary>
    /// <exception cref="DynamoValidationException">Not a projection by the service's rules.</exception>
    public static ProjectionExpression Parse(string text) => Cache.GetOrParse(text);

    /// <summary>
    ///     The paths of a PartiQL SELECT: each becomes an attribute of its own, named after the path's last name and what follows it. They may overlap.
    /// </summary>
    /// <param name="paths">Every name is a placeholder.</param>
    public static ProjectionExpression FromSelectList(SyntaxList<AttributePath> paths) => new(paths, isSelectList: true);

    /// <summary>Resolves the placeholders and checks that no two paths overlap.</summary>
    /// <exception cref="DynamoValidationException">An undefined placeholder, or overlapping paths.</exception>
    public BoundProjection Bind(RequestPlaceholders placeholders)
    {
        ArgumentNullException.ThrowIfNull(placeholders);
        placeholders.Use(_slots);
        var names = _slots.ResolveNames(placeholders.Names);
        if (_isSelectList)
        {
            return new(_compiledPaths, names, SelectList.Create(_compiledPaths, CreateCheck(names)));
        }

        names.Tree ??= BuildTree(names);
        return new(_compiledPaths, names, names.Tree);
    }

    private PathTree BuildTree(ResolvedNames names)
    {
        var check = CreateCheck(names);
        foreach (var path in _compiledPaths)
        {
            check.UsePath(path);
        }

        return PathTree.Build(_compiledPaths, check);
    }

    private BindingCheck CreateCheck(ResolvedNames names) => new(ExpressionParameter.ProjectionExpression, _slots, names, [], missingValues: null);
}
