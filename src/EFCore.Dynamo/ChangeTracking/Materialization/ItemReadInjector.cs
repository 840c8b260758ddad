using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.ChangeTracking.Materialization;

/// <summary>Replaces EF's reads of a value buffer, in the materializer that EF builds, by reads of the packed item.</summary>
internal sealed class ItemReadInjector(Expression item) : ExpressionVisitor
{
    /// <summary>Reads a property from the item, unboxed.</summary>
    public Expression CreateRead(IProperty property, Type type)
    {
        var reader = PropertyReader.Create(property);
        if (type == typeof(object))
        {
            return Expression.Call(Expression.Constant(reader), nameof(PropertyReader.ReadBoxed), typeArguments: null, item);
        }

        var read = Expression.Call(Expression.Constant(reader), "Read", typeArguments: null, item);
        return read.Type == type ? read : Expression.Convert(read, type);
    }

    /// <inheritdoc />
    protected override Expression VisitMethodCall(MethodCallExpression node)
        => node.Method.IsGenericMethod
            && node.Method.GetGenericMethodDefinition() == ExpressionExtensions.ValueBufferTryReadValueMethod
            && node.Arguments[2] is ConstantExpression { Value: IProperty property }
                ? CreateRead(property, node.Type)
                : base.VisitMethodCall(node);
}
