using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Query.Linq;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>Replaces what a subquery reads of the row around it by parameters, so that it can be translated as a query of its own.</summary>
/// <remarks>A row where one of the values is null finds nothing, so the tests for null that EF puts around them say nothing new.</remarks>
internal sealed class OuterValueExtractor(DynamoQueryCompilationContext compilationContext, RowSlot slot, Func<Expression, Expression> bind) : ExpressionVisitor
{
    private readonly List<(QueryParameterExpression Parameter, Expression OuterKey)> _values = [];

    /// <summary>The values, in the order in which the subquery has them.</summary>
    public IReadOnlyList<(QueryParameterExpression Parameter, Expression OuterKey)> Values
        => _values;

    /// <inheritdoc />
    protected override Expression VisitMember(MemberExpression node)
        => node.Expression is not null && OuterRowFinder.IsIn(node.Expression) ? Extract(node) : base.VisitMember(node);

    /// <inheritdoc />
    protected override Expression VisitMethodCall(MethodCallExpression node)
        => node.TryGetEFPropertyArguments(out var source, out _) && OuterRowFinder.IsIn(source) ? Extract(node) : base.VisitMethodCall(node);

    /// <inheritdoc />
    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType == ExpressionType.NotEqual && NullLiteral.Is(node.Right) && IsValue(Visit(node.Left)))
        {
            return Expression.Constant(value: true);
        }

        var visited = (BinaryExpression)base.VisitBinary(node);
        return visited is { NodeType: ExpressionType.AndAlso, Left: ConstantExpression { Value: true } } ? visited.Right : visited;
    }

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
        => node is StructuralTypeShaperExpression or QueryParameterExpression or EntityQueryRootExpression ? node : base.VisitExtension(node);

    private static bool IsValue(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert } conversion)
        {
            expression = conversion.Operand;
        }

        return expression is QueryParameterExpression;
    }

    private Expression Extract(Expression node)
    {
        var bound = bind(node);
        while (bound is UnaryExpression { NodeType: ExpressionType.Convert, Operand: AttributeReadExpression or UnaryExpression } conversion)
        {
            bound = conversion.Operand;
        }

        var description = LookupNames.Describe(bound);
        foreach (var (known, outerKey) in _values)
        {
            if (LookupNames.Describe(outerKey) == description && outerKey is AttributeReadExpression && bound is AttributeReadExpression)
            {
                return ConvertTo(known, node.Type);
            }
        }

        var parameter = compilationContext.CreateLookupParameter(slot, bound);
        _values.Add((parameter, bound));
        return ConvertTo(parameter, node.Type);
    }

    private static Expression ConvertTo(Expression expression, Type type)
        => expression.Type == type ? expression : Expression.Convert(expression, type);

    /// <summary>Whether an expression uses the row around a subquery.</summary>
    private sealed class OuterRowFinder : ExpressionVisitor
    {
        private bool _isFound;

        public static bool IsIn(Expression expression)
        {
            var finder = new OuterRowFinder();
            finder.Visit(expression);
            return finder._isFound;
        }

        protected override Expression VisitExtension(Expression node)
        {
            _isFound |= node is StructuralTypeShaperExpression;
            return node is IncludeExpression ? base.VisitExtension(node) : node;
        }
    }
}
