using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>Replaces each read of a value buffer in EF's materializers by a read of the packed item that the buffer stands for.</summary>
internal sealed class MaterializerRewriter : ExpressionVisitor
{
    private readonly Dictionary<Expression, RowBinding> _bindings = [];

    /// <inheritdoc />
    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node is { NodeType: ExpressionType.Assign, Right: NewExpression { Arguments: [RowBindingExpression row, var context] } created }
            && node.Left.Type == typeof(MaterializationContext))
        {
            _bindings[node.Left] = row.Binding;
            return node.Update(node.Left, node.Conversion, created.Update([Expression.Constant(ValueBuffer.Empty), context]));
        }

        // EF asks whether a key has a value by reading it boxed; asking for the attribute needs no box.
        if (node is { NodeType: ExpressionType.NotEqual, Right: ConstantExpression { Value: null } } && FindRead(node.Left) is { } read)
        {
            return RowReads.IsPresent(read.Binding, read.Property);
        }

        // A read-only field: only EF's own Assign can write it.
        return node is { NodeType: ExpressionType.Assign, Left: MemberExpression { Member: FieldInfo { IsInitOnly: true } } field }
            ? field.Assign(Visit(node.Right))
            : base.VisitBinary(node);
    }

    /// <inheritdoc />
    protected override Expression VisitConditional(ConditionalExpression node)
        // EF fills the collection that the constructor made, which must be an IList, and reads the value twice for it. The value read is a new collection: it
        // is assigned.
        => node.IfFalse is MethodCallExpression { Method.IsGenericMethod: true } call
            && call.Method.GetGenericMethodDefinition() == StructuralTypeMaterializerSource.PopulateListMethod
                ? Visit(node.IfTrue)
                : base.VisitConditional(node);

    /// <inheritdoc />
    protected override Expression VisitMethodCall(MethodCallExpression node)
        => FindRead(node) is { } read ? RowReads.ReadProperty(read.Binding, read.Property, node.Type) : base.VisitMethodCall(node);

    private (RowBinding Binding, IProperty Property)? FindRead(Expression expression)
        => expression is MethodCallExpression { Method.IsGenericMethod: true } call
            && call.Method.GetGenericMethodDefinition() == ExpressionExtensions.ValueBufferTryReadValueMethod
            && call.Arguments is [MethodCallExpression { Object: { } context }, _, ConstantExpression { Value: IProperty property }]
            && _bindings.TryGetValue(context, out var binding)
                ? (binding, property)
                : null;
}
