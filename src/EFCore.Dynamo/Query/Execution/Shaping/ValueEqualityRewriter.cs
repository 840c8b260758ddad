using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Query.Linq;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>Compares values on the client as the service compares what is stored, where C# would compare references.</summary>
internal sealed class ValueEqualityRewriter(ValueComparers comparers) : ExpressionVisitor
{
    /// <inheritdoc />
    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual)
            || NullLiteral.Is(node.Left)
            || NullLiteral.Is(node.Right)
            || TryCompare(node.Left, node.Right) is not { } equal)
        {
            return base.VisitBinary(node);
        }

        return node.NodeType == ExpressionType.Equal ? equal : Expression.Not(equal);
    }

    /// <inheritdoc />
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Arguments is [var source, LambdaExpression { Parameters: [var variable, ..] }, ..])
        {
            comparers.Declare(variable, source);
        }

        if (EqualsCall.TryGetSides(node, node.Object, node.Arguments) is { } sides)
        {
            return TryCompare(sides.Left, sides.Right) ?? TryCompareByType(sides.Left, sides.Right) ?? base.VisitMethodCall(node);
        }

        return TryAddComparer(node) is { } compared ? base.VisitMethodCall(compared) : base.VisitMethodCall(node);
    }

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
        => node is AttributeReadExpression or StructuralTypeShaperExpression or QueryParameterExpression ? node : base.VisitExtension(node);

    private MethodCallExpression? TryCompare(Expression left, Expression right)
    {
        left = Strip(left);
        right = Strip(right);
        foreach (var comparer in (ReadOnlySpan<ValueComparer?>)[comparers.Find(left), comparers.Find(right)])
        {
            if (comparer is not null && Accepts(comparer.Type, left.Type) && Accepts(comparer.Type, right.Type))
            {
                return Compare(comparer, left, right);
            }
        }

        // A list and what a query over a list makes of it have different types.
        return ValueComparer.FindElementType(left.Type) is { } element && ValueComparer.FindElementType(right.Type) == element
            ? Compare(
                ValueComparer.OfSequence(typeof(IEnumerable<>).MakeGenericType(element), element, comparers.FindElement(left) ?? comparers.FindElement(right)),
                left,
                right)
            : null;
    }

    // Equals of an object that is null would throw; to EF two nulls are equal.
    private MethodCallExpression? TryCompareByType(Expression left, Expression right)
        => left.Type == right.Type && !left.Type.IsValueType && left.Type != typeof(object)
            ? Expression.Call(
                typeof(object),
                nameof(Equals),
                typeArguments: null,
                Expression.Convert(Visit(left), typeof(object)),
                Expression.Convert(Visit(right), typeof(object)))
            : null;

    private MethodCallExpression Compare(ValueComparer comparer, Expression left, Expression right)
        => Expression.Call(
            typeof(RowFunctions),
            comparer.Type.IsValueType ? nameof(RowFunctions.AreNullableEqual) : nameof(RowFunctions.AreEqual),
            [comparer.Type],
            ConvertTo(left, comparer.Type),
            ConvertTo(right, comparer.Type),
            Expression.Constant(comparer.Comparer, typeof(IEqualityComparer<>).MakeGenericType(comparer.Type)));

    private Expression ConvertTo(Expression expression, Type type)
    {
        var target = type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;
        var visited = Visit(expression);
        return visited.Type == target ? visited : Expression.Convert(visited, target);
    }

    // Contains, Distinct, SequenceEqual and the like take a comparer.
    private MethodCallExpression? TryAddComparer(MethodCallExpression call)
    {
        if (call is { Method.Name: nameof(Enumerable.Contains), Object: { } list, Arguments: [var value] }
            && ValueComparer.FindElementType(list.Type) is { } elementType)
        {
            return (comparers.FindElement(list) ?? comparers.Find(value)) is { } comparer && IsOf(comparer, elementType)
                ? Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [elementType], list, value, CreateConstant(comparer, elementType))
                : null;
        }

        if (call.Method.DeclaringType != typeof(Enumerable)
            || call.Method.Name is not (nameof(Enumerable.Contains) or nameof(Enumerable.SequenceEqual) or nameof(Enumerable.Distinct)
                or nameof(Enumerable.Union) or nameof(Enumerable.Intersect) or nameof(Enumerable.Except))
            || call.Method.GetGenericArguments() is not [var type]
            || call.Arguments.Count > (call.Method.Name == nameof(Enumerable.Distinct) ? 1 : 2))
        {
            return null;
        }

        var found = comparers.FindElement(call.Arguments[0])
            ?? (call.Arguments.Count == 1
                ? null
                : call.Method.Name == nameof(Enumerable.Contains) ? comparers.Find(call.Arguments[1]) : comparers.FindElement(call.Arguments[1]));
        return found is not null && IsOf(found, type)
            ? Expression.Call(typeof(Enumerable), call.Method.Name, [type], [.. call.Arguments, CreateConstant(found, type)])
            : null;
    }

    private static bool IsOf(ValueComparer comparer, Type type)
        => comparer.Type == (Nullable.GetUnderlyingType(type) ?? type);

    private static ConstantExpression CreateConstant(ValueComparer comparer, Type type)
        => Expression.Constant(comparer.For(type), typeof(IEqualityComparer<>).MakeGenericType(type));

    private static bool Accepts(Type comparerType, Type type)
        => comparerType.IsAssignableFrom(Nullable.GetUnderlyingType(type) ?? type);

    private static Expression Strip(Expression expression)
        => expression switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: var operand } conversion
                when (Nullable.GetUnderlyingType(conversion.Type) ?? conversion.Type).IsAssignableFrom(Nullable.GetUnderlyingType(operand.Type) ?? operand.Type)
                    => Strip(operand),
            MethodCallExpression { Method.Name: nameof(Queryable.AsQueryable), Arguments: [var source] } => Strip(source),
            _ => expression,
        };
}
