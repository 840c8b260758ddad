using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Query.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>Turns a lambda over entities into an expression over rows: each member of an entity becomes a read of its attribute.</summary>
/// <remarks>
///     What it leaves alone is ordinary C#, which the shaper compiler compiles; what cannot be read from one item (navigations to other items, subqueries) it
///     refuses in one sentence.
/// </remarks>
internal sealed class RowBinder : ExpressionVisitor
{
    private static readonly MethodInfo ObjectEquals = Reflected.Method(typeof(object), nameof(object.Equals), typeof(object), typeof(object));

    private readonly ITypeMappingSource _typeMappingSource;
    private readonly IModel _model;
    private readonly EntityEquality _entityEquality;
    private readonly CompositeEquality _compositeEquality;
    private readonly SubqueryBinder _subqueries;
    private readonly CollectionBinder _collections;

    /// <summary>Creates a binder for one query.</summary>
    public RowBinder(DynamoQueryCompilationContext compilationContext, ITypeMappingSource typeMappingSource, SubqueryBinder subqueries)
    {
        _subqueries = subqueries;
        _collections = new CollectionBinder(compilationContext, subqueries, e => Visit(e));
        _model = compilationContext.Model;
        _typeMappingSource = typeMappingSource;
        _entityEquality = new EntityEquality(compilationContext);
        _compositeEquality = new CompositeEquality(compilationContext);
    }

    /// <summary>The body of a lambda over what a shaper makes of a row, as an expression over the row.</summary>
    public Expression Bind(Expression shaper, LambdaExpression lambda)
        => Visit(ReplacingExpressionVisitor.Replace(lambda.Parameters[0], shaper, lambda.Body));

    /// <summary>An expression over what a shaper makes of a row, as one over the row.</summary>
    public Expression Bind(Expression expression)
        => Visit(expression);

    /// <summary>The body of a lambda over what two shapers make of a joined row.</summary>
    public Expression Bind(Expression outer, Expression inner, LambdaExpression lambda)
        => Visit(new ReplacingExpressionVisitor([lambda.Parameters[0], lambda.Parameters[1]], [outer, inner]).Visit(lambda.Body));

    /// <inheritdoc />
    protected override Expression VisitMember(MemberExpression node)
    {
        var inner = Visit(node.Expression);
        if (inner is null)
        {
            return node;
        }

        if (FindProjectedMember(inner, node.Member) is { } projected)
        {
            return projected;
        }

        return TryBind(inner, MemberIdentity.Create(node.Member), node.Type, out var bound) ? bound
            : _collections.TryBindMember(inner, shaper => TryBindMember(shaper, node)) ?? NullableMembers.TryBindHasValue(inner, node.Member.Name)
                ?? node.Update(inner);
    }

    /// <inheritdoc />
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.TryGetEFPropertyArguments(out var source, out var name))
        {
            return BindProperty(Visit(source), name, node.Type);
        }

        if (node.TryGetIndexerArguments(_model, out source, out name) && TryBind(Visit(source), MemberIdentity.Create(name), node.Type, out var bound))
        {
            return bound;
        }

        if (SubqueryEnd.TryMoveArguments(node) is { } moved)
        {
            return Visit(moved);
        }

        if (IsRooted(node) && BindSubquery(node) is { } subquery)
        {
            return subquery;
        }

        if (_collections.TryBind(node, out source) is { } composed)
        {
            return composed;
        }

        var instance = Visit(node.Object);
        var arguments = node.Arguments.Select((a, i) => i == 0 && source is not null ? source : Visit(a)!).ToArray(); // arguments are never null
        if (EqualsCall.TryGetSides(node, instance, arguments) is { } sides)
        {
            return BindEquality(sides.Left, sides.Right, isEqual: true) ?? EqualsCall.TryCompare(sides.Left, sides.Right) ?? Update(node, instance, arguments);
        }

        return NullableMembers.TryBindValueOrDefault(node, instance, arguments)
            ?? CollectionElementBinder.TryBind(node, instance, arguments, _typeMappingSource, Bind)
            ?? QueryableMethodLowering.TryLower(node, arguments)
            ?? Update(node, instance, arguments);
    }

    /// <inheritdoc />
    protected override Expression VisitLambda<T>(Expression<T> node)
        => node.Update(ConvertTo(Visit(node.Body), node.ReturnType), node.Parameters);

    /// <inheritdoc />
    protected override Expression VisitConditional(ConditionalExpression node)
        => node.Update(Visit(node.Test), ConvertTo(Visit(node.IfTrue), node.Type), ConvertTo(Visit(node.IfFalse), node.Type));

    /// <inheritdoc />
    protected override Expression VisitUnary(UnaryExpression node)
        => node.NodeType is ExpressionType.Convert or ExpressionType.TypeAs && Visit(node.Operand) is { } operand && operand.Type != node.Operand.Type
            ? ConvertTo(operand, node.Type)
            : base.VisitUnary(node);

    /// <inheritdoc />
    protected override Expression VisitTypeBinary(TypeBinaryExpression node)
    {
        var inner = Visit(node.Expression);
        return node.NodeType == ExpressionType.TypeIs && inner is StructuralTypeShaperExpression { StructuralType: IEntityType entityType }
            ? DiscriminatorPredicate.Create(entityType, node.TypeOperand)
            : node.Update(inner);
    }

    /// <inheritdoc />
    protected override Expression VisitBinary(BinaryExpression node)
    {
        var left = Visit(node.Left);
        var right = Visit(node.Right);
        if (node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual
            && BindEquality(left, right, node.NodeType == ExpressionType.Equal) is { } rewritten)
        {
            return rewritten;
        }

        if (node.NodeType == ExpressionType.ArrayIndex && CollectionElementBinder.TryBindElement(left, right, node.Type, _typeMappingSource) is { } element)
        {
            return element;
        }

        // Both sides may have become more precise (a bound member of an interface), which Update would refuse.
        return left.Type == node.Left.Type && right.Type == node.Right.Type
            ? node.Update(left, node.Conversion, right)
            : node.Update(ConvertTo(left, node.Left.Type), node.Conversion, ConvertTo(right, node.Right.Type));
    }

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
        => node switch
        {
            IncludeExpression { Navigation: INavigation navigation } include when navigation.TargetEntityType.IsNested() => Visit(include.EntityExpression),
            IncludeExpression include => include.Update(Visit(include.EntityExpression), Visit(include.NavigationExpression)),
            MaterializeCollectionNavigationExpression collection => BindCollectionNavigation(collection),
            EntityQueryRootExpression root => _subqueries.TryBind(root)
                ?? throw new NotTranslatedException(QueryStrings.SubqueryNotTranslated(root.EntityType.DisplayName())),
            StructuralTypeShaperExpression or QueryParameterExpression => node,
            _ => base.VisitExtension(node),
        };

    /// <summary>Whether an expression is a query that begins with a query root.</summary>
    public static bool IsRooted(Expression query)
    {
        while (query is MethodCallExpression { Arguments: [var first, ..] } call && call.Method.DeclaringType == typeof(Queryable))
        {
            query = first;
        }

        return query is EntityQueryRootExpression;
    }

    // What makes one value of a sequence works on the list that it becomes, unless the value is one of the sequence.
    private Expression? BindSubquery(MethodCallExpression node)
        => node.Type.IsGenericType && node.Type.IsAssignableTo(typeof(IQueryable)) ? _subqueries.TryBind(node)
            : SubqueryEnd.TakesElement(node) ? _subqueries.TryBindSingle(node)
            : null;

    private Expression BindCollectionNavigation(MaterializeCollectionNavigationExpression node)
    {
        if (!((INavigationBase)node.Navigation).TargetEntityType.IsNested())
        {
            var collection = _subqueries.TryBind(node.Subquery) ?? throw new NotTranslatedException(
                QueryStrings.NavigationNotTranslated(node.Navigation.DeclaringEntityType.DisplayName(), node.Navigation.Name));
            return collection;
        }

        // Nested owned types are read with their owner: the Select of includes that EF wrapped around the collection says nothing new.
        var bound = Visit(node.Subquery);
        var source = bound;
        while (source is MethodCallExpression { Arguments: [var first, ..] })
        {
            source = first;
        }

        return source is StructuralCollectionExpression or MemberExpression ? source : bound;
    }

    private Expression? BindEquality(Expression left, Expression right, bool isEqual)
    {
        if (_entityEquality.TryRewrite(left, right, isEqual) is { } rewritten)
        {
            return rewritten;
        }

        var equal = _compositeEquality.TryRewrite(left, right, BindMemberEquality);
        return equal switch
        {
            null => null,
            ConstantExpression { Value: bool value } => Expression.Constant(value == isEqual),
            _ => isEqual ? equal : Expression.Not(equal),
        };
    }

    private Expression BindMemberEquality(Expression left, Expression right)
        => BindEquality(left, right, isEqual: true)
            ?? EqualsCall.TryCompare(left, right)
            ?? Expression.Call(ObjectEquals, Expression.Convert(left, typeof(object)), Expression.Convert(right, typeof(object)));

    private Expression BindProperty(Expression source, string name, Type type)
        => TryBind(source, MemberIdentity.Create(name), type, out var bound)
            ? bound
            // An element of a collection inside the item is an object: its members are read as C# reads them.
            : ConvertTo(
                ClrMembers.TryRead(_model, source, name) ?? throw new NotTranslatedException(CoreStrings.QueryUnableToTranslateMember(name, source.Type.Name)),
                type);

    private static MethodCallExpression Update(MethodCallExpression node, Expression? instance, Expression[] arguments)
    {
        var parameters = node.Method.GetParameters();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!parameters[i].ParameterType.IsAssignableFrom(arguments[i].Type)
                && arguments[i] is not LambdaExpression and not UnaryExpression { NodeType: ExpressionType.Quote })
            {
                arguments[i] = ConvertTo(arguments[i], parameters[i].ParameterType);
            }
        }

        return node.Update(
            instance is null || node.Method.DeclaringType!.IsAssignableFrom(instance.Type) ? instance : ConvertTo(instance, node.Object!.Type), arguments);
    }

    private static Expression? FindProjectedMember(Expression inner, MemberInfo member)
        => inner switch
        {
            ConditionalExpression => OptionalRow.TryFindMember(inner, value => FindProjectedMember(value, member)),
            NewExpression { Members: { } members } created when IndexOf(members, member) is >= 0 and var index => created.Arguments[index],
            GroupExpression group when string.Equals(member.Name, nameof(IGrouping<int, int>.Key), StringComparison.Ordinal) => group.Key,
            MemberInitExpression initialized => initialized.Bindings.OfType<MemberAssignment>().FirstOrDefault(b => b.Member == member)?.Expression,
            _ => null,
        };

    private static Expression? TryBindMember(Expression shaper, MemberExpression node)
        => FindProjectedMember(shaper, node.Member)
            ?? (TryBind(shaper, MemberIdentity.Create(node.Member), node.Type, out var bound) ? bound : null);

    private static int IndexOf(ReadOnlyCollection<MemberInfo> members, MemberInfo member)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i] == member || members[i].Name == member.Name && members[i].DeclaringType == member.DeclaringType)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool TryBind(Expression source, MemberIdentity member, Type type, [NotNullWhen(true)] out Expression? bound)
    {
        bound = null;
        Type? convertedTo = null;
        while (source is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs } conversion)
        {
            convertedTo ??= conversion.Type;
            source = conversion.Operand;
        }

        // EF reads .Value of a nullable complex type before its members.
        if (source is MemberExpression { Member.Name: nameof(Nullable<int>.Value), Expression: StructuralTypeShaperExpression nullable })
        {
            source = nullable;
        }

        if (source is not StructuralTypeShaperExpression { ValueBufferExpression: RowExpression row } shaper || member.Name is null)
        {
            return false;
        }

        if (Nullable.GetUnderlyingType(shaper.Type) is not null && member.Name is nameof(Nullable<int>.Value) or nameof(Nullable<int>.HasValue))
        {
            return false;
        }

        var result = BindMember(FindType(shaper.StructuralType, convertedTo), row, member.Name);
        bound = ConvertTo(result, type);
        return true;
    }

    private static ITypeBase FindType(ITypeBase type, Type? convertedTo)
        => convertedTo is not null && type is IEntityType entityType
            ? entityType.GetDerivedTypesInclusive().FirstOrDefault(t => t.ClrType == convertedTo) ?? entityType
            : type;

    private static Expression BindMember(ITypeBase type, RowExpression row, string name)
    {
        if (FindMember(type, name) is not { } member)
        {
            throw new NotTranslatedException(CoreStrings.QueryUnableToTranslateMember(name, type.DisplayName()));
        }

        switch (member)
        {
            case IProperty property:
                return CreateRead(row, property);
            case IComplexProperty { IsCollection: true }:
                return new StructuralCollectionExpression(member, row.PathTo(member.GetAttributeName()));
            case IComplexProperty complex:
                var shaper = new StructuralTypeShaperExpression(
                    complex.ComplexType, new RowExpression(row.PathTo(member.GetAttributeName())), complex.IsNullable);
                return Nullable.GetUnderlyingType(complex.ClrType) is null ? shaper : shaper.MakeClrTypeNullable();
            case INavigation navigation when navigation.TargetEntityType.IsNested() && !navigation.IsOnDependent:
                return navigation.IsCollection
                    ? new StructuralCollectionExpression(navigation, row.PathTo(navigation.GetAttributeName()))
                    : new StructuralTypeShaperExpression(
                        navigation.TargetEntityType, new RowExpression(row.PathTo(navigation.GetAttributeName())), nullable: true);
            default:
                throw new NotTranslatedException(QueryStrings.NavigationNotTranslated(type.DisplayName(), name));
        }
    }

    private static IPropertyBase? FindMember(ITypeBase type, string name)
    {
        var found = type.FindMember(name);
        if (found is null && type is IEntityType entityType)
        {
            // EF.Property(x, "…") may name a member of a derived type.
            found = entityType.GetDerivedTypes().Select(t => t.FindMember(name)).FirstOrDefault(m => m is not null);
            found ??= entityType.FindNavigation(name);
        }

        return found;
    }

    /// <summary>Reads a property of the structural type that the row holds.</summary>
    public static AttributeReadExpression CreateRead(RowExpression row, IProperty property)
        => new(new AttributeOperand(row.PathTo(property.GetAttributeName()), property, property.GetTypeMapping()), property.ClrType);

    private static Expression ConvertTo(Expression expression, Type type)
        => expression.Type == type || !type.IsValueType && type.IsAssignableFrom(expression.Type) && expression.Type.IsClass
            ? expression
            // EF asks for a query where a collection inside the item is one.
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQueryable<>) && !type.IsAssignableFrom(expression.Type)
                ? Expression.Call(typeof(Queryable), nameof(Queryable.AsQueryable), type.GetGenericArguments(), expression)
                : Expression.Convert(expression, type);
}
