using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>
///     Binds LINQ's methods over a list of rows in the row, a group's elements or what a lookup found: their lambdas are bound over the row of the element, so
///     that nothing is materialized that only a condition, an order or a sum needs.
/// </summary>
/// <param name="compilationContext">The query's.</param>
/// <param name="subqueries">Binds what a lambda looks up.</param>
/// <param name="visit">Binds an expression.</param>
internal sealed class CollectionBinder(DynamoQueryCompilationContext compilationContext, SubqueryBinder subqueries, Func<Expression, Expression> visit)
{
    /// <summary>Binds a call.</summary>
    /// <param name="call">The call, not bound.</param>
    /// <param name="source">Its first argument, bound; null where the call cannot be one on a collection.</param>
    /// <returns>Null for other calls, and for methods whose lambdas need the elements as objects.</returns>
    public Expression? TryBind(MethodCallExpression call, out Expression? source)
    {
        source = null;
        if ((call.Method.DeclaringType != typeof(Queryable) && call.Method.DeclaringType != typeof(Enumerable))
            || call.Arguments is not [var first, ..]
            || !IsSequence(first.Type))
        {
            return null;
        }

        source = visit(first);
        if (ElementSequence.TryGet(source, compilationContext.CreateElementSlot) is not { } sequence)
        {
            return null;
        }

        if (TryCompose(sequence, call) is { } composed)
        {
            return composed.ToList();
        }

        source = sequence.ToList();
        return TryReduce(sequence, call);
    }

    /// <summary>Binds a member of an element that a call takes out of a collection.</summary>
    /// <param name="element">The call, bound.</param>
    /// <param name="bind">Binds the member of what the elements are made by.</param>
    /// <returns>Null where it is another expression, or the member none of a row.</returns>
    public Expression? TryBindMember(Expression element, Func<Expression, Expression?> bind)
        => element is MethodCallExpression { Arguments: [var source, ..] } call
            && call.Method.DeclaringType == typeof(Enumerable)
            && IsElementMethod(call.Method.Name)
            && ElementSequence.TryGet(source, compilationContext.CreateElementSlot) is { } sequence
            && bind(sequence.Shaper) is { } member
                ? Expression.Call(
                    typeof(Enumerable),
                    call.Method.Name,
                    [member.Type],
                    [(sequence with { Shaper = member }).ToEnumerable(), .. call.Arguments.Skip(1)])
                : null;

    // What stays a sequence of rows.
    private ElementSequence? TryCompose(ElementSequence sequence, MethodCallExpression call)
        => (call.Method.Name, call.Arguments.Count) switch
        {
            (nameof(Queryable.Where), 2) when GetLambda(call) is { } condition => Where(sequence, condition),
            (nameof(Queryable.Select), 2) when GetLambda(call) is { } selector => sequence with { Shaper = Bind(sequence, selector) },
            (nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending), 2) when GetLambda(call) is { } key
                => Order(sequence, call.Method.Name, key),
            (nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending), 2)
                when GetLambda(call) is { } key && sequence.Items.Type.IsAssignableTo(typeof(IOrderedEnumerable<Values.Item>))
                => Order(sequence, call.Method.Name, key),
            (nameof(Queryable.Take) or nameof(Queryable.Skip) or nameof(Queryable.TakeLast) or nameof(Queryable.SkipLast), 2)
                when call.Arguments[1].Type == typeof(int)
                => sequence.Apply(call.Method.Name, [], visit(call.Arguments[1])),
            (nameof(Queryable.TakeWhile) or nameof(Queryable.SkipWhile), 2) when GetLambda(call) is { } condition
                => sequence.Apply(call.Method.Name, [], BindCondition(sequence, condition)),
            (nameof(Queryable.Reverse), 1) => sequence.Apply(nameof(Enumerable.Reverse), []),
            (nameof(Queryable.Distinct), 1) when sequence.Shaper is not StructuralTypeShaperExpression
                => sequence.Apply(nameof(Enumerable.DistinctBy), [sequence.Shaper.Type], sequence.CreateLambda(sequence.Shaper)),
            (nameof(Queryable.AsQueryable) or nameof(Enumerable.AsEnumerable) or nameof(Enumerable.ToList), 1) => sequence,
            _ => null,
        };

    // What becomes one value.
    private Expression? TryReduce(ElementSequence sequence, MethodCallExpression call)
    {
        var name = call.Method.Name;
        if (call.Arguments.Count == 2 && GetLambda(call) is { } lambda)
        {
            return name switch
            {
                nameof(Queryable.All) => sequence.Call(name, [], BindCondition(sequence, lambda)),
                nameof(Queryable.Any) or nameof(Queryable.Count) or nameof(Queryable.LongCount) => Where(sequence, lambda).Call(name, []),
                nameof(Queryable.Sum) or nameof(Queryable.Average) or nameof(Queryable.Min) or nameof(Queryable.Max)
                    => Aggregate(sequence with { Shaper = Bind(sequence, lambda) }, call),
                _ when IsElementMethod(name) => TakeElement(Where(sequence, lambda), name),
                _ => null,
            };
        }

        return (name, call.Arguments.Count) switch
        {
            (nameof(Queryable.Any) or nameof(Queryable.Count) or nameof(Queryable.LongCount), 1) => sequence.Call(name, []),
            (nameof(Queryable.Sum) or nameof(Queryable.Average) or nameof(Queryable.Min) or nameof(Queryable.Max), 1) => Aggregate(sequence, call),
            (nameof(Queryable.ElementAt) or nameof(Queryable.ElementAtOrDefault), 2) when call.Arguments[1].Type == typeof(int)
                => TakeElement(sequence, name, visit(call.Arguments[1])),
            (_, 1) when IsElementMethod(name) => TakeElement(sequence, name),
            _ => null,
        };
    }

    private ElementSequence Where(ElementSequence sequence, LambdaExpression condition)
        => sequence.Apply(nameof(Enumerable.Where), [], BindCondition(sequence, condition));

    // What an element lacks sorts as null, as it does in the order of a query.
    private ElementSequence Order(ElementSequence sequence, string methodName, LambdaExpression keySelector)
    {
        var key = Bind(sequence, keySelector);
        key = key is AttributeReadExpression read ? read.MakeNullable() : ConvertTo(key, MakeNullable(key.Type));
        return sequence.Apply(methodName, [key.Type], sequence.CreateLambda(key));
    }

    private static Expression? Aggregate(ElementSequence sequence, MethodCallExpression call)
    {
        var source = sequence.ToEnumerable();
        return QueryableMethodLowering.TryFind(call.Method.Name, sequence.Shaper.Type, source, call.Type) is { } method
            ? Expression.Call(method, source)
            : null;
    }

    private static MethodCallExpression TakeElement(ElementSequence sequence, string methodName, params Expression[] arguments)
        => Expression.Call(typeof(Enumerable), methodName, [sequence.Shaper.Type], [sequence.ToEnumerable(), .. arguments]);

    private LambdaExpression BindCondition(ElementSequence sequence, LambdaExpression condition)
        => sequence.CreateLambda(ConvertTo(Bind(sequence, condition), typeof(bool)));

    private Expression Bind(ElementSequence sequence, LambdaExpression lambda)
    {
        var pendingCount = subqueries.PendingCount;
        var bound = visit(ReplacingExpressionVisitor.Replace(lambda.Parameters[0], sequence.Shaper, lambda.Body));
        return subqueries.MoveToElements(bound, pendingCount, sequence.Items);
    }

    private static LambdaExpression? GetLambda(MethodCallExpression call)
        => (call.Arguments[1] is UnaryExpression { NodeType: ExpressionType.Quote } quote ? quote.Operand : call.Arguments[1])
            is LambdaExpression { Parameters: [_] } lambda
            && lambda.Parameters[0].Type != typeof(Values.Item)
                ? lambda
                : null;

    private static bool IsElementMethod(string name)
        => name is nameof(Enumerable.First) or nameof(Enumerable.FirstOrDefault) or nameof(Enumerable.Single) or nameof(Enumerable.SingleOrDefault)
            or nameof(Enumerable.Last) or nameof(Enumerable.LastOrDefault);

    private static bool IsSequence(Type type)
        => type != typeof(string) && type.IsAssignableTo(typeof(System.Collections.IEnumerable));

    private static Type MakeNullable(Type type)
        => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;

    private static Expression ConvertTo(Expression expression, Type type)
        => expression.Type == type ? expression : Expression.Convert(expression, type);
}
