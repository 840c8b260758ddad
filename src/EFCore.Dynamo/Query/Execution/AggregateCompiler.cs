using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Shaping;
using EFCore.Dynamo.Query.Execution.Stages;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>Compiles the aggregate at the end of a query.</summary>
internal sealed class AggregateCompiler(RowCompiler rowCompiler)
{
    /// <summary>Creates the aggregate of one execution.</summary>
    /// <typeparam name="TResult">The aggregate's result type.</typeparam>
    public Func<QueryContext, AggregateStage<TResult>> Compile<TResult>(QueryAggregate aggregate)
        => aggregate.Kind switch
        {
            AggregateKind.Any => Cast<TResult, bool>(_ => new ExistsStage(isTrueForRow: true)),
            AggregateKind.None => Cast<TResult, bool>(_ => new ExistsStage(isTrueForRow: false)),
            AggregateKind.Count => Cast<TResult, int>(_ => new CountStage<int>()),
            AggregateKind.LongCount => Cast<TResult, long>(_ => new CountStage<long>()),
            _ => CompileSelector<TResult>(aggregate),
        };

    private static Func<QueryContext, AggregateStage<TResult>> Cast<TResult, T>(Func<QueryContext, AggregateStage<T>> create)
        => (Func<QueryContext, AggregateStage<TResult>>)(object)create;

    private Func<QueryContext, AggregateStage<TResult>> CompileSelector<TResult>(QueryAggregate aggregate)
    {
        var expression = RowStageCompiler.MakeReadNullable(aggregate.RowSelector!); // every aggregate but those above has one
        var type = NullSafeRewriter.MakeNullable(expression.Type);
        var valueType = Nullable.GetUnderlyingType(type) ?? type;
        var selector = rowCompiler.CompileOperator(expression, type);
        var (method, typeArguments) = aggregate.Kind switch
        {
            AggregateKind.Min or AggregateKind.Max => (nameof(CreateExtreme), new[] { type, typeof(TResult) }),
            AggregateKind.Sum => (nameof(CreateSum), [valueType, typeof(TResult)]),
            _ => (nameof(CreateAverage), [valueType, Nullable.GetUnderlyingType(typeof(TResult)) ?? typeof(TResult), typeof(TResult)]),
        };
        return (Func<QueryContext, AggregateStage<TResult>>)Reflected.Method(typeof(AggregateCompiler), method)
            .MakeGenericMethod(typeArguments)
            .Invoke(obj: null, [selector, aggregate.Kind == AggregateKind.Min ? -1 : 1])!;
    }

    private static Func<QueryContext, AggregateStage<TResult>> CreateExtreme<TValue, TResult>(Func<QueryContext, Item, TValue> selector, int sign)
    {
        var convert = CompileConversion<TValue, TResult>();
        return context => new ExtremeStage<TValue, TResult>(context, selector, sign, convert);
    }

    private static Func<QueryContext, AggregateStage<TResult>> CreateSum<TValue, TResult>(Func<QueryContext, Item, TValue?> selector, int sign)
        where TValue : struct, System.Numerics.INumber<TValue>
    {
        var convert = CompileConversion<TValue, TResult>();
        return context => new SumStage<TValue, TResult>(context, selector, convert);
    }

    private static Func<QueryContext, AggregateStage<TResult>> CreateAverage<TValue, TMean, TResult>(Func<QueryContext, Item, TValue?> selector, int sign)
        where TValue : struct, System.Numerics.INumber<TValue>
        where TMean : struct, System.Numerics.INumber<TMean>
    {
        var convert = CompileConversion<TMean, TResult>();
        return context => new AverageStage<TValue, TMean, TResult>(context, selector, convert);
    }

    private static Func<TFrom, TTo> CompileConversion<TFrom, TTo>()
    {
        var value = Expression.Parameter(typeof(TFrom));
        return Expression.Lambda<Func<TFrom, TTo>>(RowReads.ConvertTo(value, typeof(TTo)), value).Compile();
    }
}
