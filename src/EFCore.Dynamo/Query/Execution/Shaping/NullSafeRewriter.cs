using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Query.Linq;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>Gives client-side conditions the meaning that the service gives them: null flows through, and a comparison with it is false.</summary>
/// <remarks>
///     <c>x.Name.Length &gt; 3</c> is false for an item without a name, as <c>x.Age &gt; 3</c> is for one without an age, instead of a
///     <see cref="NullReferenceException" /> on the client. Strings are compared by their UTF-8 bytes and searched by their characters' codes.
/// </remarks>
internal sealed class NullSafeRewriter : ExpressionVisitor
{
    // Whether a missing attribute reads as null, as in a comparison, or as its type's default, as in a result.
    private bool _readsNull;

    /// <summary>Rewrites a row expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="type">The result's type: the expression's, so that a null where C# allows none is an <see cref="InvalidOperationException" /> at run time,
    /// or its nullable form.</param>
    public Expression Rewrite(Expression expression, Type type)
    {
        _readsNull = type != expression.Type && type == MakeNullable(expression.Type);
        return ConvertTo(Visit(expression), type);
    }

    /// <inheritdoc />
    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType == ExpressionType.NotEqual && (CountedCollection.TryGet(node.Left) ?? CountedCollection.TryGet(node.Right)) is not null)
        {
            // A null collection has no count that could differ from a number: EF makes Any() of "!= 0", which is false for it.
            return Visit(Expression.OrElse(Expression.LessThan(node.Left, node.Right), Expression.GreaterThan(node.Left, node.Right)));
        }

        if (FindComparison(node.NodeType) is { } comparison)
        {
            return VisitReading(isNull: true, () => CompareCall.TryMatch(node, comparison) is { } call ? CompareValues(call) : VisitOperator(node));
        }

        return node.NodeType switch
        {
            ExpressionType.AndAlso or ExpressionType.OrElse when node.Type == typeof(bool)
                => node.Update(ConvertTo(Visit(node.Left), typeof(bool)), node.Conversion, ConvertTo(Visit(node.Right), typeof(bool))),
            ExpressionType.ArrayIndex => Visit(Expression.Call(typeof(Enumerable), nameof(Enumerable.ElementAt), [node.Type], node.Left, node.Right)),
            ExpressionType.Coalesce when node.Conversion is null => VisitCoalesce(node),
            _ => VisitOperator(node),
        };
    }

    /// <inheritdoc />
    protected override Expression VisitUnary(UnaryExpression node)
    {
        if (node.NodeType == ExpressionType.Quote)
        {
            return base.VisitUnary(node);
        }

        if (node.NodeType == ExpressionType.ArrayLength)
        {
            return new NullFlow(node.Type).Add(Visit(node.Operand), node.Operand, isNullTaken: false).Create(values => node.Update(values[0]));
        }

        // (int?)x.Map.A asks for null where there is no map.
        var isNullable = Nullable.GetUnderlyingType(node.Type) is not null;
        var operand = isNullable ? VisitReading(isNull: true, () => Visit(node.Operand)) : Visit(node.Operand);
        var isConversion = node.NodeType is ExpressionType.Convert or ExpressionType.ConvertChecked;
        if (isConversion && Nullable.GetUnderlyingType(operand.Type) is not null && node.Type.IsValueType && !isNullable)
        {
            return Expression.MakeUnary(node.NodeType, operand, MakeNullable(node.Type), node.Method);
        }

        if (operand.Type == node.Operand.Type)
        {
            return node.Update(operand);
        }

        return node.NodeType switch
        {
            ExpressionType.Not when node.Type == typeof(bool) => Expression.Not(ConvertTo(operand, typeof(bool))),
            ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.Negate or ExpressionType.NegateChecked or ExpressionType.Not
                => Expression.MakeUnary(node.NodeType, operand, MakeNullable(node.Type), node.Method),
            _ => node.Update(ConvertTo(operand, node.Operand.Type)),
        };
    }

    /// <inheritdoc />
    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is null)
        {
            return node;
        }

        var source = Visit(node.Expression);
        if (Nullable.GetUnderlyingType(node.Expression.Type) is not null)
        {
            // The value of a missing attribute is null, not an exception.
            return string.Equals(node.Member.Name, nameof(Nullable<int>.Value), StringComparison.Ordinal) ? source : node.Update(source);
        }

        return new NullFlow(node.Type).Add(source, node.Expression, isNullTaken: false).Create(values => node.Update(values[0]));
    }

    /// <inheritdoc />
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (SequenceElements.TryMakeNullable(node) is { } element)
        {
            return Visit(element);
        }

        node = SequenceOrders.UseStoredOrder(UseOrdinalComparison(node));
        var flow = new NullFlow(node.Type);
        if (node.Object is { } instance)
        {
            // Nullable<T> has its own answers for null: "" and 0.
            flow.Add(Visit(instance), instance, isNullTaken: Nullable.GetUnderlyingType(instance.Type) is not null);
        }

        for (var i = 0; i < node.Arguments.Count; i++)
        {
            flow.Add(VisitArgument(node, node.Arguments[i]), node.Arguments[i], NullArguments.AreTaken(node.Method, i));
        }

        return flow.Create(values => node.Object is null ? node.Update(@object: null, values) : node.Update(values[0], values[1..]));
    }

    /// <inheritdoc />
    protected override Expression VisitConditional(ConditionalExpression node)
    {
        var ifTrue = Visit(node.IfTrue);
        var ifFalse = Visit(node.IfFalse);
        var type = node.Type == typeof(void) || (ifTrue.Type == node.IfTrue.Type && ifFalse.Type == node.IfFalse.Type) ? node.Type : MakeNullable(node.Type);
        return Expression.Condition(ConvertTo(Visit(node.Test), typeof(bool)), ConvertTo(ifTrue, type), ConvertTo(ifFalse, type), type);
    }

    /// <inheritdoc />
    protected override Expression VisitNew(NewExpression node)
        => VisitReading(isNull: false, () => node.Update(node.Arguments.Select(a => ConvertTo(Visit(a), a.Type))));

    /// <inheritdoc />
    protected override Expression VisitNewArray(NewArrayExpression node)
        => VisitReading(isNull: false, () => node.Update(node.Expressions.Select(e => ConvertTo(Visit(e), e.Type))));

    /// <inheritdoc />
    protected override Expression VisitMemberInit(MemberInitExpression node)
        => VisitReading(isNull: false, () => base.VisitMemberInit(node));

    /// <inheritdoc />
    protected override Expression VisitListInit(ListInitExpression node)
        => VisitReading(isNull: false, () => base.VisitListInit(node));

    /// <inheritdoc />
    protected override MemberAssignment VisitMemberAssignment(MemberAssignment node)
        => node.Update(ConvertTo(Visit(node.Expression), node.Expression.Type));

    /// <inheritdoc />
    protected override ElementInit VisitElementInit(ElementInit node)
        => node.Update(node.Arguments.Select(a => ConvertTo(Visit(a), a.Type)));

    /// <inheritdoc />
    protected override Expression VisitLambda<T>(Expression<T> node)
        => VisitReading(isNull: false, () => node.Update(ConvertTo(Visit(node.Body), node.ReturnType), node.Parameters));

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
        => node switch
        {
            AttributeReadExpression read => _readsNull ? read.MakeNullable() : read,
            StructuralTypeShaperExpression or QueryParameterExpression => node,
            _ => base.VisitExtension(node),
        };

    private Expression VisitReading(bool isNull, Func<Expression> visit)
    {
        var outer = _readsNull;
        _readsNull = isNull;
        var result = visit();
        _readsNull = outer;
        return result;
    }

    // A condition: what an attribute lacks is no element of a list.
    private Expression VisitArgument(MethodCallExpression call, Expression argument)
        => call.Type == typeof(bool)
            && argument is AttributeReadExpression or UnaryExpression { NodeType: ExpressionType.Convert, Operand: AttributeReadExpression }
            ? VisitReading(isNull: true, () => Visit(argument))
            : Visit(argument);

    private Expression VisitOperator(BinaryExpression node)
    {
        var left = Visit(node.Left);
        var right = Visit(node.Right);
        if (left.Type == node.Left.Type && right.Type == node.Right.Type)
        {
            return node.Update(left, node.Conversion, right);
        }

        if (node.NodeType is ExpressionType.Coalesce or ExpressionType.Assign)
        {
            return node.Update(ConvertTo(left, node.Left.Type), node.Conversion, ConvertTo(right, node.Right.Type));
        }

        var type = MakeNullable(node.Left.Type);
        return Expression.MakeBinary(
            node.NodeType,
            ConvertTo(left, type),
            ConvertTo(right, node.Left.Type == node.Right.Type ? type : MakeNullable(node.Right.Type)),
            liftToNull: node.Type != typeof(bool),
            node.Method);
    }

    private Expression VisitCoalesce(BinaryExpression node)
    {
        var left = ConvertTo(Visit(node.Left), node.Left.Type);
        var right = Visit(node.Right);
        return right.Type == node.Right.Type ? node.Update(left, node.Conversion, right) : Expression.Coalesce(left, right);
    }

    private Expression CompareValues(CompareCall call)
    {
        var left = Visit(call.Left);
        var right = Visit(call.Right);
        var compared = left.Type == typeof(string)
            ? Expression.Call(typeof(RowFunctions), nameof(RowFunctions.CompareStrings), null, left, ConvertTo(right, typeof(string)))
            : Expression.Call(
                typeof(RowFunctions),
                nameof(RowFunctions.CompareValues),
                [MakeNullable(left.Type)],
                ConvertTo(left, MakeNullable(left.Type)),
                ConvertTo(right, MakeNullable(left.Type)));
        return Expression.MakeBinary(FindNodeType(call.Operator), compared, Expression.Constant(0, typeof(int?)));
    }

    private static MethodCallExpression UseOrdinalComparison(MethodCallExpression node)
        => node.Method.DeclaringType == typeof(string)
            && node is
            {
                Object: { } text, Arguments: [var argument], Method.Name: nameof(string.StartsWith) or nameof(string.EndsWith)
                or nameof(string.IndexOf)
            }
            && argument.Type == typeof(string)
                ? Expression.Call(text, node.Method.Name, typeArguments: null, argument, Expression.Constant(StringComparison.Ordinal))
                : node;

    /// <summary>Converts where the types differ; a condition that is null does not hold.</summary>
    public static Expression ConvertTo(Expression expression, Type type)
        => expression.Type == type ? expression
            : type == typeof(bool) && expression.Type == typeof(bool?) ? Expression.Coalesce(expression, Expression.Constant(value: false))
            : Expression.Convert(expression, type);

    /// <summary>A type that holds the values of a type, and null.</summary>
    public static Type MakeNullable(Type type)
        => type.IsValueType && Nullable.GetUnderlyingType(type) is null && type != typeof(void) ? typeof(Nullable<>).MakeGenericType(type) : type;

    private static Comparator? FindComparison(ExpressionType type)
        => type switch
        {
            ExpressionType.Equal => Comparator.Equal,
            ExpressionType.NotEqual => Comparator.NotEqual,
            ExpressionType.LessThan => Comparator.LessThan,
            ExpressionType.LessThanOrEqual => Comparator.LessThanOrEqual,
            ExpressionType.GreaterThan => Comparator.GreaterThan,
            ExpressionType.GreaterThanOrEqual => Comparator.GreaterThanOrEqual,
            _ => null,
        };

    private static ExpressionType FindNodeType(Comparator comparison)
        => comparison switch
        {
            Comparator.Equal => ExpressionType.Equal,
            Comparator.NotEqual => ExpressionType.NotEqual,
            Comparator.LessThan => ExpressionType.LessThan,
            Comparator.LessThanOrEqual => ExpressionType.LessThanOrEqual,
            Comparator.GreaterThan => ExpressionType.GreaterThan,
            _ => ExpressionType.GreaterThanOrEqual,
        };
}
