using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Query.Execution.Shaping;
using EFCore.Dynamo.Query.Execution.Stages;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>Compiles client operators to the stages that execute them; null for those that wait for another source, which are no stages.</summary>
internal sealed class RowStageCompiler(RowCompiler rowCompiler) : ClientOperatorVisitor<IRowStageFactory?>
{
    private readonly SlotWriterCompiler _slots = new(rowCompiler);

    /// <inheritdoc />
    public override IRowStageFactory VisitFilter(FilterOperator filter)
        => new FilterStage.Factory((Func<QueryContext, Item, bool>)rowCompiler.CompileOperator(filter.RowPredicate, typeof(bool)));

    /// <inheritdoc />
    public override IRowStageFactory VisitOrder(OrderOperator order)
        => new OrderStage.Factory([.. order.Orderings.Select(CompileKeys)]);

    /// <inheritdoc />
    public override IRowStageFactory VisitReverse(ReverseOperator reverse)
        => new ReverseStage.Factory();

    /// <inheritdoc />
    public override IRowStageFactory VisitSkip(SkipOperator skip)
        => new SkipStage.Factory(CompileCount(skip.Count));

    /// <inheritdoc />
    public override IRowStageFactory VisitTake(TakeOperator take)
        => new TakeStage.Factory(CompileCount(take.Count));

    /// <inheritdoc />
    public override IRowStageFactory VisitDistinct(DistinctOperator distinct)
    {
        var key = rowCompiler.CompileOperator(distinct.RowKey, distinct.RowKey.Type);
        return (IRowStageFactory)Activator.CreateInstance(
            typeof(DistinctStage<>.Factory).MakeGenericType(distinct.RowKey.Type), key, rowCompiler.FindComparer(distinct.RowKey))!; // not a Nullable<T>
    }

    /// <inheritdoc />
    public override IRowStageFactory VisitProject(ProjectOperator project)
        => new ProjectStage.Factory([.. project.Writes.Select(_slots.Compile)]);

    /// <inheritdoc />
    public override IRowStageFactory VisitGroup(GroupOperator group)
        => new GroupCompiler(rowCompiler, _slots).Compile(group);

    /// <inheritdoc />
    public override IRowStageFactory VisitDefaultIfEmpty(DefaultIfEmptyOperator defaultIfEmpty)
        => new DefaultIfEmptyStage.Factory(new RowSlotWriter(new AttributeName(defaultIfEmpty.Slot.AttributeName)));

    /// <inheritdoc />
    public override IRowStageFactory VisitUnnest(UnnestOperator unnest)
    {
        var slotName = new AttributeName(unnest.Slot.AttributeName);
        return unnest.Elements is AttributeReadExpression { Attribute.Path: var path }
            ? new ValueUnnestStage.Factory(new AttributePathReader(path), slotName, unnest.IsLeft)
            : new ItemUnnestStage.Factory(
                (Func<QueryContext, Item, IEnumerable<Item>>)rowCompiler.CompileOperator(
                    RowReads.ConvertTo(unnest.Elements, typeof(IEnumerable<Item>)), typeof(IEnumerable<Item>)),
                slotName,
                unnest.IsLeft);
    }

    /// <inheritdoc />
    public override IRowStageFactory? VisitLookup(LookupOperator lookup)
        => null;

    /// <summary>Reads the count of a Skip or Take.</summary>
    public static Func<QueryContext, int> CompileCount(DynamoOperand count)
    {
        if (count is ConstantOperand constant)
        {
            var value = (int)constant.Value;
            return _ => value;
        }

        var name = ((ParameterOperand)count).Name;
        return context => (int)context.Parameters[name]!; // an int parameter
    }

    private Func<OrderKeys> CompileKeys(QueryOrdering ordering)
    {
        var rowKey = MakeComparable(MakeReadNullable(ordering.RowKey));
        var type = NullSafeRewriter.MakeNullable(rowKey.Type);
        var key = rowCompiler.CompileOperator(rowKey, type);
        return (Func<OrderKeys>)Reflected.Method(typeof(OrderKeys<>).MakeGenericType(type), nameof(OrderKeys<int>.CreateFactory))
            .Invoke(obj: null, [key, ordering.IsAscending])!;
    }

    // A class for a number has no order of its own; what is stored of it has.
    private static Expression MakeComparable(Expression key)
    {
        if (key is not AttributeReadExpression { Mapping.Converter: { } converter } read || IsComparable(Nullable.GetUnderlyingType(key.Type) ?? key.Type))
        {
            return key;
        }

        var conversion = converter.ConvertToProviderExpression;
        var value = RowReads.ConvertTo(read, conversion.Parameters[0].Type);
        var stored = ReplacingExpressionVisitor.Replace(conversion.Parameters[0], value, conversion.Body);
        var type = NullSafeRewriter.MakeNullable(stored.Type);
        return Expression.Condition(
            Expression.Equal(read, Expression.Constant(value: null, read.Type)), Expression.Default(type), RowReads.ConvertTo(stored, type));
    }

    private static bool IsComparable(Type type)
        => type.IsAssignableTo(typeof(IComparable)) || type.IsAssignableTo(typeof(IComparable<>).MakeGenericType(type));

    /// <summary>A missing attribute sorts and aggregates as null, not as its type's default.</summary>
    public static Expression MakeReadNullable(Expression expression)
        => expression is AttributeReadExpression read ? read.MakeNullable() : expression;
}
