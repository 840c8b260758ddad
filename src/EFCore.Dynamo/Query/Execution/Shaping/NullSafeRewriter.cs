using System.Linq.Expressions;
using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Query.Expressions;
using EFCore.Dynamo.Query.Translation;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>Gives client-side conditions the meaning that the service gives them: null flows through, and a comparison with it is false.</summary>
/// <remarks>
///     <c>x.Name.Length &gt; 3</c> is false for an item without a name, as <c>x.Age &gt; 3</c> is for one without an age, instead of a
///     <see cref="NullReferenceException" /> on the client. Strings are compared by their UTF-8 bytes and searched by their characters' codes.
/// </remarks>
internal sealed class NullSafeRewriter : ExpressionVisitor
{
    /// <summary>Rewrites a row expression; the type stays the same, so a null where C# allows none is an <see cref="InvalidOperationException" /> at run time.</summary>
    public Expression Rewrite(Expression expression)
        => ConvertTo(Visit(expression), expression.Type);

    /// <inheritdoc />
    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (FindComparison(node.NodeType) is { } comparison && CompareCall.TryMatch(node, comparison) is { } call)
        {
            return CompareValues(call);
        }

        if (node.NodeType == ExpressionType.NotEqual && (SizePredicates.TryGetCollection(node.Left) ?? SizePredicates.TryGetCollection(node.Right)) is not null)
        {
            // A null collection has no count that could differ from a number: EF makes Any() of "!= 0", which is false for it.
            return Visit(Expression.OrElse(Expression.LessThan(node.Left, node.Right), Expression.GreaterThan(node.Left, node.Right)));
        }

        var left = VisitOperand(node, node.Left);
        var right = VisitOperand(node, node.Right);
        if (node.NodeType is ExpressionType.AndAlso or ExpressionType.OrElse && node.Type == typeof(bool))
        {
            return node.Update(ConvertTo(left, typeof(bool)), node.Conversion, ConvertTo(right, typeof(bool)));
        }

        if (left.Type == typeof(byte[]) && right.Type == typeof(byte[]) && node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual)
        {
            var equal = Expression.Call(typeof(RowFunctions), nameof(RowFunctions.AreEqual), typeArguments: null, left, right);
            return node.NodeType == ExpressionType.Equal ? equal : Expression.Not(equal);
        }

        if (left.Type == node.Left.Type && right.Type == node.Right.Type)
        {
            return node.Update(left, node.Conversion, right);
        }

        if (node.NodeType is ExpressionType.Coalesce or ExpressionType.Assign or ExpressionType.ArrayIndex)
        {
            return node.Update(ConvertTo(left, node.Left.Type), node.Conversion, ConvertTo(right, node.Right.Type));
        }

        var type = MakeNullable(node.Left.Type);
        return node.Left.Type == node.Right.Type
            ? Expression.MakeBinary(node.NodeType, ConvertTo(left, type), ConvertTo(right, type), liftToNull: node.Type != typeof(bool), node.Method)
            : Expression.MakeBinary(
                node.NodeType, ConvertTo(left, type), ConvertTo(right, MakeNullable(node.Right.Type)), liftToNull: node.Type != typeof(bool), node.Method);
    }

    /// <inheritdoc />
    protected override Expression VisitUnary(UnaryExpression node)
    {
        if (node.NodeType == ExpressionType.Quote)
        {
            return base.VisitUnary(node);
        }

        if (node.NodeType == ExpressionType.ArrayLength && ReadsRow(node.Operand))
        {
            return Propagate(Visit(node.Operand), node.Operand.Type, array => node.Update(array));
        }

        var operand = Visit(node.Operand);
        if (operand.Type == node.Operand.Type)
        {
            return node.Update(operand);
        }

        return node.NodeType switch
        {
            ExpressionType.Not when node.Type == typeof(bool) => Expression.Not(ConvertTo(operand, typeof(bool))),
            ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.Negate or ExpressionType.NegateChecked or ExpressionType.Not
                => Expression.MakeUnary(node.NodeType, operand, MakeNullable(node.Type)),
            _ => node.Update(ConvertTo(operand, node.Operand.Type)),
        };
    }

    /// <inheritdoc />
    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is null || !ReadsRow(node.Expression))
        {
            return base.VisitMember(node);
        }

        var source = Visit(node.Expression);
        if (Nullable.GetUnderlyingType(node.Expression.Type) is not null)
        {
            // The value of a missing attribute is null, not an exception.
            return string.Equals(node.Member.Name, nameof(Nullable<int>.Value), StringComparison.Ordinal) ? source : node.Update(source);
        }

        return Propagate(source, node.Expression.Type, instance => node.Update(instance));
    }

    /// <inheritdoc />
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        node = UseOrdinalComparison(node);
        var guard = new NullGuard();
        var instance = node.Object is null ? null
            : !ReadsRow(node.Object) ? Visit(node.Object)
            : guard.Add(ComparesValues(node) ? VisitNullable(node.Object) : Visit(node.Object), node.Object.Type);
        var arguments = node.Arguments.Select((argument, index) => VisitArgument(node, argument, isSource: index == 0 && node.Object is null, guard)).ToArray();
        return guard.Protect(node.Update(instance, arguments));
    }

    /// <inheritdoc />
    protected override Expression VisitConditional(ConditionalExpression node)
        => node.Update(
            ConvertTo(Visit(node.Test), typeof(bool)), ConvertTo(Visit(node.IfTrue), node.IfTrue.Type), ConvertTo(Visit(node.IfFalse), node.IfFalse.Type));

    /// <inheritdoc />
    protected override Expression VisitNew(NewExpression node)
        => node.Update(node.Arguments.Select(a => ConvertTo(Visit(a), a.Type)));

    /// <inheritdoc />
    protected override Expression VisitNewArray(NewArrayExpression node)
        => node.Update(node.Expressions.Select(e => ConvertTo(Visit(e), e.Type)));

    /// <inheritdoc />
    protected override MemberAssignment VisitMemberAssignment(MemberAssignment node)
        => node.Update(ConvertTo(Visit(node.Expression), node.Expression.Type));

    /// <inheritdoc />
    protected override ElementInit VisitElementInit(ElementInit node)
        => node.Update(node.Arguments.Select(a => ConvertTo(Visit(a), a.Type)));

    /// <inheritdoc />
    protected override Expression VisitLambda<T>(Expression<T> node)
        => node.Update(ConvertTo(Visit(node.Body), node.Body.Type), node.Parameters);

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
        => node is AttributeReadExpression or StructuralTypeShaperExpression or QueryParameterExpression ? node : base.VisitExtension(node);

    private Expression VisitOperand(BinaryExpression node, Expression operand)
    {
        var visited = Visit(operand);
        var inner = visited is UnaryExpression { NodeType: ExpressionType.Convert } conversion ? conversion.Operand : visited;
        if (FindComparison(node.NodeType) is null || inner is not AttributeReadExpression read)
        {
            return visited;
        }

        // A missing attribute is not its type's default: no comparison but != holds for it.
        var nullable = read.MakeNullable();
        return ReferenceEquals(nullable, read) ? visited
            : ReferenceEquals(inner, visited) ? nullable
            : Expression.Convert(nullable, MakeNullable(visited.Type));
    }

    private Expression VisitArgument(MethodCallExpression node, Expression argument, bool isSource, NullGuard guard)
    {
        var visited = ComparesValues(node) ? VisitNullable(argument) : Visit(argument);
        if (!ReadsRow(argument))
        {
            return ConvertTo(visited, argument.Type);
        }

        // ids.Contains(x.Id) finds no null where the list has none, and no null collection contains or counts anything.
        var isNullValue = visited.Type != argument.Type && Nullable.GetUnderlyingType(visited.Type) == argument.Type;
        return isNullValue || (isSource && node.Method.DeclaringType == typeof(Enumerable) && !argument.Type.IsValueType)
            ? guard.Add(visited, argument.Type)
            : ConvertTo(visited, argument.Type);
    }

    // What the service compares: a missing attribute is not its type's default there.
    private static bool ComparesValues(MethodCallExpression node)
        => node.Method.Name is nameof(Enumerable.Contains) or nameof(Equals) or nameof(IComparable.CompareTo);

    private Expression VisitNullable(Expression expression)
        => expression switch
        {
            AttributeReadExpression read => read.MakeNullable(),
            UnaryExpression { NodeType: ExpressionType.Convert, Operand: AttributeReadExpression read } conversion when conversion.Type.IsValueType
                => ConvertTo(read.MakeNullable(), MakeNullable(conversion.Type)),
            _ => Visit(expression),
        };

    private Expression CompareValues(CompareCall call)
    {
        var left = VisitNullable(call.Left);
        var right = VisitNullable(call.Right);
        var compared = left.Type == typeof(string)
            ? Expression.Call(typeof(RowFunctions), nameof(RowFunctions.CompareStrings), null, left, ConvertTo(right, typeof(string)))
            : Expression.Call(typeof(RowFunctions), nameof(RowFunctions.CompareValues), [MakeNullable(left.Type)], ConvertTo(left, MakeNullable(left.Type)), ConvertTo(right, MakeNullable(left.Type)));
        return Expression.MakeBinary(FindNodeType(call.Operator), compared, Expression.Constant(0, typeof(int?)));
    }

    private static Expression Propagate(Expression source, Type instanceType, Func<Expression, Expression> access)
    {
        var guard = new NullGuard();
        return guard.Protect(access(guard.Add(source, instanceType)));
    }

    private static MethodCallExpression UseOrdinalComparison(MethodCallExpression node)
        => node.Method.DeclaringType == typeof(string)
            && node is { Object: { } text, Arguments: [var argument], Method.Name: nameof(string.StartsWith) or nameof(string.EndsWith) or nameof(string.IndexOf) }
            && argument.Type == typeof(string)
                ? Expression.Call(text, node.Method.Name, typeArguments: null, argument, Expression.Constant(StringComparison.Ordinal))
                : node;

    private static bool ReadsRow(Expression expression)
    {
        var finder = new RowReadFinder();
        finder.Visit(expression);
        return finder.Found;
    }

    internal static Expression ConvertTo(Expression expression, Type type)
        => expression.Type == type ? expression
            : type == typeof(bool) && expression.Type == typeof(bool?) ? Expression.Coalesce(expression, Expression.Constant(value: false))
            : Expression.Convert(expression, type);

    internal static Type MakeNullable(Type type)
        => type.IsValueType && Nullable.GetUnderlyingType(type) is null && type != typeof(void) ? typeof(Nullable<>).MakeGenericType(type) : type;

    private static ComparisonOperator? FindComparison(ExpressionType type)
        => type switch
        {
            ExpressionType.Equal => ComparisonOperator.Equal,
            ExpressionType.NotEqual => ComparisonOperator.NotEqual,
            ExpressionType.LessThan => ComparisonOperator.LessThan,
            ExpressionType.LessThanOrEqual => ComparisonOperator.LessThanOrEqual,
            ExpressionType.GreaterThan => ComparisonOperator.GreaterThan,
            ExpressionType.GreaterThanOrEqual => ComparisonOperator.GreaterThanOrEqual,
            _ => null,
        };

    private static ExpressionType FindNodeType(ComparisonOperator comparison)
        => comparison switch
        {
            ComparisonOperator.Equal => ExpressionType.Equal,
            ComparisonOperator.NotEqual => ExpressionType.NotEqual,
            ComparisonOperator.LessThan => ExpressionType.LessThan,
            ComparisonOperator.LessThanOrEqual => ExpressionType.LessThanOrEqual,
            ComparisonOperator.GreaterThan => ExpressionType.GreaterThan,
            _ => ExpressionType.GreaterThanOrEqual,
        };

    private sealed class RowReadFinder : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitExtension(Expression node)
        {
            Found |= node is AttributeReadExpression or StructuralTypeShaperExpression or StructuralCollectionExpression;
            return node;
        }

        // An element of a collection in the row.
        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found = true;
            return node;
        }
    }
}
