using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.Operands;

/// <summary>What an expression needs to be evaluated.</summary>
/// <param name="DependsOnRow">The row, or a variable of a lambda around it.</param>
/// <param name="DependsOnParameter">A parameter of the query.</param>
internal readonly record struct ValueDependencies(bool DependsOnRow, bool DependsOnParameter)
{
    /// <summary>Finds them.</summary>
    public static ValueDependencies Find(Expression expression)
    {
        var finder = new Finder();
        finder.Visit(expression);
        return new(finder.DependsOnRow, finder.DependsOnParameter);
    }

    private sealed class Finder : ExpressionVisitor
    {
        private readonly HashSet<ParameterExpression> _own = [];

        public bool DependsOnRow { get; private set; }

        public bool DependsOnParameter { get; private set; }

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            _own.UnionWith(node.Parameters);
            return base.VisitLambda(node);
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            DependsOnRow |= !_own.Contains(node) && node != QueryCompilationContext.QueryContextParameter;
            return node;
        }

        protected override Expression VisitExtension(Expression node)
        {
            // A value of the row that a lookup is for is another one for each row.
            var isParameter = node is QueryParameterExpression parameter && !LookupNames.IsParameter(parameter.Name);
            DependsOnParameter |= isParameter;
            DependsOnRow |= !isParameter;
            return node;
        }
    }
}
