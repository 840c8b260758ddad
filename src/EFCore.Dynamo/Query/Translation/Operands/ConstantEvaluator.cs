using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Translation.Operands;

/// <summary>Evaluates what depends on nothing: EF leaves <c>new Money(5)</c> and <c>new byte[] { 1, 2 }</c> in the tree.</summary>
internal static class ConstantEvaluator
{
    /// <summary>The value of an expression without row, parameter or variable.</summary>
    /// <returns>Null where the expression depends on one of them, or is null.</returns>
    public static object? TryEvaluate(Expression expression)
    {
        var finder = new DependencyFinder();
        finder.Visit(expression);
        return finder.Found ? null : Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)();
    }

    /// <summary>
    ///     Whether the value of an expression is the same at all times: it is made of constants and constructors, and calls nothing that could look at a clock.
    /// </summary>
    public static bool IsConstant(Expression expression)
        => expression switch
        {
            ConstantExpression or DefaultExpression => true,
            UnaryExpression { NodeType: ExpressionType.Convert } conversion => IsConstant(conversion.Operand),
            NewExpression created => created.Arguments.All(IsConstant),
            NewArrayExpression array => array.Expressions.All(IsConstant),
            MemberInitExpression initialized => IsConstant(initialized.NewExpression)
                && initialized.Bindings.All(b => b is MemberAssignment assignment && IsConstant(assignment.Expression)),
            _ => false,
        };

    private sealed class DependencyFinder : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found = true;
            return node;
        }

        protected override Expression VisitExtension(Expression node)
        {
            Found = true;
            return node;
        }
    }
}
