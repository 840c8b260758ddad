using System.Linq.Expressions;
using System.Reflection;
using EFCore.Dynamo.Query.Execution.Shaping;
using EFCore.Dynamo.Query.Execution.Stages;
using EFCore.Dynamo.Query.Expressions;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>Compiles client operators to the stages that execute them.</summary>
internal sealed class RowStageCompiler(RowCompiler rowCompiler)
{
    /// <summary>Compiles one operator.</summary>
    public IRowStageFactory Compile(ClientOperator clientOperator)
        => clientOperator switch
        {
            FilterOperator filter => new FilterStage.Factory((Func<QueryContext, Item, bool>)rowCompiler.CompileOperator(filter.RowPredicate, typeof(bool))),
            OrderOperator order => new OrderStage.Factory([.. order.Orderings.Select(CompileKeys)]),
            ReverseOperator => new ReverseStage.Factory(),
            SkipOperator skip => new SkipStage.Factory(CompileCount(skip.Count)),
            TakeOperator take => new TakeStage.Factory(CompileCount(take.Count)),
            DistinctOperator distinct => CompileDistinct(distinct),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

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

    /// <summary>A type that holds the values of a type, and null.</summary>
    public static Type MakeNullable(Type type)
        => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;

    private Func<OrderKeys> CompileKeys(QueryOrdering ordering)
    {
        var type = MakeNullable(ordering.RowKey.Type);
        var key = rowCompiler.CompileOperator(MakeReadNullable(ordering.RowKey), type);
        return (Func<OrderKeys>)typeof(OrderKeys<>).MakeGenericType(type)
            .GetMethod(nameof(OrderKeys<int>.CreateFactory), BindingFlags.Static | BindingFlags.NonPublic)! // it is there
            .Invoke(obj: null, [key, ordering.IsAscending])!;
    }

    private IRowStageFactory CompileDistinct(DistinctOperator distinct)
    {
        var key = rowCompiler.CompileOperator(distinct.RowKey, distinct.RowKey.Type);
        return (IRowStageFactory)Activator.CreateInstance(typeof(DistinctStage<>.Factory).MakeGenericType(distinct.RowKey.Type), key, rowCompiler.FindComparer(distinct.RowKey))!; // not a Nullable<T>
    }

    /// <summary>A missing attribute sorts and aggregates as null, not as its type's default.</summary>
    public static Expression MakeReadNullable(Expression expression)
        => expression is AttributeReadExpression read ? read.MakeNullable() : expression;
}
