using System.Linq.Expressions;
using System.Reflection;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Compilation;

/// <summary>Takes the marker methods of <see cref="DynamoQueryableExtensions" /> out of the tree.</summary>
/// <remarks>
///     A marker of the query itself holds for all of its sources, and goes into the compilation context. One in a subquery, or in the further side of a join
///     or a set operation, holds for the sources in there, and goes with them.
/// </remarks>
internal sealed class QueryMarkerExtractor(DynamoQueryCompilationContext compilationContext) : ExpressionVisitor
{
    private bool _isInner;

    // Of the innermost query that is not the query itself.
    private QueryOptions _innerOptions = new();

    /// <inheritdoc />
    protected override Expression VisitMethodCall(MethodCallExpression node)
        => IsMarker(node.Method) ? ExtractMarker(node)
            : IsSplitting(node.Method) ? Visit(node.Arguments[0])
            : node.Method.DeclaringType == typeof(Queryable) || node.Method.DeclaringType == typeof(EntityFrameworkQueryableExtensions)
                ? node.Update(@object: null, [Visit(node.Arguments[0]), .. node.Arguments.Skip(1).Select(VisitInner)])
            : base.VisitMethodCall(node);

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
        => node is EntityQueryRootExpression root && _innerOptions != new QueryOptions()
            ? new MarkedQueryRootExpression(root.EntityType, _innerOptions)
            : base.VisitExtension(node);

    private static bool IsMarker(MethodInfo method)
        => method.DeclaringType == typeof(DynamoQueryableExtensions)
            && method.Name is nameof(DynamoQueryableExtensions.AllowScan) or nameof(DynamoQueryableExtensions.WithConsistentRead)
                or nameof(DynamoQueryableExtensions.MaxItemsRead) or nameof(DynamoQueryableExtensions.ToPageAsync);

    // They are the relational package's, which this one does not need: collections are read by requests of their own whatever they say.
    private static bool IsSplitting(MethodInfo method)
        => method is { Name: "AsSplitQuery" or "AsSingleQuery", DeclaringType.FullName: "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions" };

    private Expression VisitInner(Expression argument)
    {
        var (isInner, options) = (_isInner, _innerOptions);
        (_isInner, _innerOptions) = (true, new QueryOptions());
        var visited = Visit(argument);
        (_isInner, _innerOptions) = (isInner, options);
        return visited;
    }

    private Expression ExtractMarker(MethodCallExpression marker)
    {
        if (!_isInner)
        {
            compilationContext.Options = Add(marker, compilationContext.Options);
            return Visit(marker.Arguments[0]);
        }

        // What stands before a marker is its source.
        var options = _innerOptions;
        _innerOptions = Add(marker, options);
        var source = Visit(marker.Arguments[0]);
        _innerOptions = options;
        return source;
    }

    private QueryOptions Add(MethodCallExpression marker, QueryOptions options)
    {
        switch (marker.Method.Name)
        {
            case nameof(DynamoQueryableExtensions.AllowScan):
                return options with { AllowScan = true };
            case nameof(DynamoQueryableExtensions.WithConsistentRead):
                return options with { ConsistentRead = true };
            case nameof(DynamoQueryableExtensions.MaxItemsRead):
                return options with { MaxItemsRead = (int)((ConstantExpression)marker.Arguments[1]).Value! }; // [NotParameterized] int
            default:
                compilationContext.Page = new PageArguments(TranslateArgument(marker.Arguments[1]), TranslateArgument(marker.Arguments[2]));
                return options with { IsPaged = true };
        }
    }

    private static DynamoOperand TranslateArgument(Expression argument)
        => argument switch
        {
            QueryParameterExpression parameter => new ParameterOperand(parameter.Name, TypeMapping: null, IsNullable: true),
            ConstantExpression { Value: var value } => new ConstantOperand(value ?? "", TypeMapping: null),
            _ => throw new System.Diagnostics.UnreachableException("The arguments of ToPageAsync are captured variables or constants."),
        };
}
