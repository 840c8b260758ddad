using System.Linq.Expressions;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Linq;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>Comparisons of whole entities: by key with another entity, by presence with null.</summary>
internal sealed class EntityEquality(QueryCompilationContext compilationContext)
{
    /// <summary>Rewrites <c>x.Address == null</c> and <c>x == order</c>.</summary>
    /// <returns>Null where neither side is an entity, nor a complex value that is compared with null.</returns>
    public Expression? TryRewrite(Expression left, Expression right, bool isEqual)
    {
        left = Unwrap(left);
        right = Unwrap(right);
        if (left is not (StructuralTypeShaperExpression or StructuralCollectionExpression))
        {
            (left, right) = (right, left);
        }

        var isNullTest = NullLiteral.Is(right);
        return left switch
        {
            StructuralCollectionExpression collection when isNullTest => CreateNullTest(collection.Path, isEqual),
            StructuralTypeShaperExpression { ValueBufferExpression: RowExpression row } when isNullTest
                => row.Path is null ? Expression.Constant(!isEqual) : CreateNullTest(row.Path, isEqual),
            StructuralTypeShaperExpression { StructuralType: IEntityType } shaper => CompareKeys(shaper, right, isEqual),
            StructuralCollectionExpression { Member: INavigation } collection
                => throw new NotTranslatedException(QueryStrings.EntityInPredicate(collection.ElementType.DisplayName())),
            _ => null, // complex values are compared by their members, on the client
        };
    }

    private static Expression CreateNullTest(DocumentPath path, bool isNull)
    {
        var test = new AttributeNullExpression(new AttributeOperand(path, Property: null, TypeMapping: null));
        return isNull ? test : Expression.Not(test);
    }

    private Expression CompareKeys(StructuralTypeShaperExpression shaper, Expression other, bool isEqual)
    {
        var entityType = (IEntityType)shaper.StructuralType; // the caller looked
        if (shaper.ValueBufferExpression is not RowExpression row || entityType.FindPrimaryKey() is not { } key)
        {
            throw new NotTranslatedException(QueryStrings.EntityInPredicate(entityType.DisplayName()));
        }

        var parts = other switch
        {
            QueryParameterExpression entity => key.Properties.Select(property => CreateKeyParameter(entity, property)),
            StructuralTypeShaperExpression { StructuralType: IEntityType otherType, ValueBufferExpression: RowExpression otherRow }
                => otherType.GetRootType() == entityType.GetRootType() ? key.Properties.Select(property => ReadKey(otherRow, property)) : null,
            _ => throw new NotTranslatedException(QueryStrings.EntityInPredicate(entityType.DisplayName())),
        };
        if (parts is null)
        {
            return Expression.Constant(!isEqual);
        }

        var equal = key.Properties.Select(property => ReadKey(row, property)).Zip(parts, Expression.Equal).Aggregate(Expression.AndAlso);
        return isEqual ? equal : Expression.Not(equal);
    }

    private static Expression ReadKey(RowExpression row, IProperty property)
        => RowBinder.CreateRead(row, property).MakeNullable();

    private Expression CreateKeyParameter(QueryParameterExpression entity, IProperty property)
    {
        var type = property.ClrType.IsValueType && Nullable.GetUnderlyingType(property.ClrType) is null
            ? typeof(Nullable<>).MakeGenericType(property.ClrType)
            : property.ClrType;
        var value = Expression.Call(
            ReadKeyMethod.MakeGenericMethod(type),
            QueryCompilationContext.QueryContextParameter,
            Expression.Constant(entity.Name),
            Expression.Constant(property));
        return compilationContext.RegisterRuntimeParameter(
            $"{entity.Name}_{property.Name}", Expression.Lambda(value, QueryCompilationContext.QueryContextParameter));
    }

    private static readonly System.Reflection.MethodInfo ReadKeyMethod
        = Reflected.Method(typeof(EntityEquality), nameof(ReadKeyOf));

    private static T? ReadKeyOf<T>(QueryContext context, string parameterName, IProperty property)
        => context.Parameters[parameterName] is { } entity ? (T?)property.GetGetter().GetClrValue(entity) : default;

    private static Expression Unwrap(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs } conversion)
        {
            expression = conversion.Operand;
        }

        return expression;
    }
}
