using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Translation.BulkWrites;

/// <summary>Whether an expression makes a Guid: SQL makes one for each row, not one an execution.</summary>
internal sealed class NewValueFinder : ExpressionVisitor
{
    private bool _isFound;

    /// <summary>Whether it does.</summary>
    public static bool IsIn(Expression expression)
    {
        var finder = new NewValueFinder();
        finder.Visit(expression);
        return finder._isFound;
    }

    /// <inheritdoc />
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        _isFound |= node.Method.DeclaringType == typeof(Guid) && node.Method.Name is nameof(Guid.NewGuid) or nameof(Guid.CreateVersion7);
        return base.VisitMethodCall(node);
    }
}
