using System.Linq.Expressions;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Query.Linq;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>
///     Comparisons of values that the query puts together, <c>new { x.A, x.B } == new { A = 1, B = 2 }</c>: member by member, where C# would compare
///     references.
/// </summary>
internal sealed class CompositeEquality(DynamoQueryCompilationContext compilationContext)
{
    /// <summary>Rewrites a comparison as the comparison of the members.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    /// <param name="equal">Compares two members.</param>
    /// <returns>Whether both are equal; null where neither side is put together in the query, or the other's members cannot be had.</returns>
    public Expression? TryRewrite(Expression left, Expression right, Func<Expression, Expression, Expression> equal)
    {
        var leftParts = CompositeParts.TryGet(left);
        var rightParts = CompositeParts.TryGet(right);
        if ((leftParts ?? rightParts) is not { } known)
        {
            return null;
        }

        if (NullLiteral.Is(left) || NullLiteral.Is(right))
        {
            return Expression.Constant(value: false);
        }

        if (left.Type != right.Type)
        {
            return left.Type == typeof(object) || right.Type == typeof(object) ? null : Expression.Constant(value: false);
        }

        if (known.Names is null)
        {
            return leftParts is null || rightParts is null ? null : Compare(leftParts, rightParts, equal);
        }

        leftParts ??= TryReadMembers(left, known.Names);
        rightParts ??= TryReadMembers(right, known.Names);
        var variable = leftParts is { IsVariable: true } ? left : rightParts is { IsVariable: true } ? right : null;
        return leftParts is null || rightParts is null ? null
            : variable is { Type.IsValueType: false }
                ? Expression.AndAlso(Expression.NotEqual(variable, Expression.Constant(value: null, variable.Type)), Compare(leftParts, rightParts, equal))
                : Compare(leftParts, rightParts, equal);
    }

    private static Expression Compare(CompositeParts left, CompositeParts right, Func<Expression, Expression, Expression> equal)
        => left.Values.Count != right.Values.Count ? Expression.Constant(value: false)
            : left.Values.Count == 0 ? Expression.Constant(value: true)
            : left.Values.Zip(right.Values, equal).Aggregate(Expression.AndAlso);

    private CompositeParts? TryReadMembers(Expression value, IReadOnlyList<string> names)
        => value switch
        {
            ConstantExpression => new([.. names.Select(n => Evaluate(Expression.PropertyOrField(value, n)))], names),
            QueryParameterExpression
                => new([.. names.Select(n => compilationContext.RegisterExecutionValue(ReadMember(value, n)))], names) { IsVariable = true },
            _ => null,
        };

    private static ConstantExpression Evaluate(MemberExpression member)
        => Expression.Constant(Expression.Lambda<Func<object?>>(Expression.Convert(member, typeof(object))).Compile(preferInterpretation: true)(), member.Type);

    private static Expression ReadMember(Expression value, string name)
    {
        var member = Expression.PropertyOrField(value, name);
        return value.Type.IsValueType
            ? member
            : Expression.Condition(Expression.ReferenceEqual(value, Expression.Constant(value: null, value.Type)), Expression.Default(member.Type), member);
    }
}
