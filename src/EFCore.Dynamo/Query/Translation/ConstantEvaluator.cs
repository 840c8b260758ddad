using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Translation;

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
