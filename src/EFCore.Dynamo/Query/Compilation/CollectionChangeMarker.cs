using System.Linq.Expressions;
using EFCore.Dynamo.Query.Linq;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Query.Compilation;

/// <summary>
///     Names the changes of collections in the setters of an <c>ExecuteUpdate</c>, before EF takes them for queries: <see cref="CollectionChange" />.
/// </summary>
internal sealed class CollectionChangeMarker : ExpressionVisitor
{
    private bool _isSetter;

    /// <inheritdoc />
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType == typeof(EntityFrameworkQueryableExtensions)
            && node.Method.Name == nameof(EntityFrameworkQueryableExtensions.ExecuteUpdate))
        {
            _isSetter = true;
            var setters = Visit(node.Arguments[1]);
            _isSetter = false;
            return node.Update(node.Object, [node.Arguments[0], setters]);
        }

        return _isSetter && IsChange(node)
            ? Expression.Call(
                typeof(CollectionChange), node.Method.Name, node.Method.GetGenericArguments(), [.. node.Arguments.Select(a => Visit(a)!)]) // never null
            : base.VisitMethodCall(node);
    }

    // Of values: entities are changed by queries.
    private static bool IsChange(MethodCallExpression node)
        => node.Method.DeclaringType == typeof(Enumerable)
            && node.Arguments.Count == 2
            && node.Method.Name is nameof(Enumerable.Append) or nameof(Enumerable.Prepend) or nameof(Enumerable.Concat) or nameof(Enumerable.Union)
                or nameof(Enumerable.Except)
            && node.Method.GetGenericArguments() is [var type]
            && (type.IsValueType || type == typeof(string) || type == typeof(byte[]));
}
