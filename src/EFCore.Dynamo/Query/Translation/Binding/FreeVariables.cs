using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>Variables of lambdas around an expression.</summary>
internal sealed class FreeVariables : ExpressionVisitor
{
    private readonly HashSet<ParameterExpression> _own = [];

    private bool _isFound;

    /// <summary>Whether an expression uses some.</summary>
    public static bool AreIn(Expression expression)
    {
        var finder = new FreeVariables();
        finder.Visit(expression);
        return finder._isFound;
    }

    /// <inheritdoc />
    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        _own.UnionWith(node.Parameters);
        return base.VisitLambda(node);
    }

    /// <inheritdoc />
    protected override Expression VisitParameter(ParameterExpression node)
    {
        _isFound |= !_own.Contains(node) && node != QueryCompilationContext.QueryContextParameter;
        return node;
    }

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
        => node is StructuralTypeShaperExpression or QueryParameterExpression or EntityQueryRootExpression ? node : base.VisitExtension(node);
}
