using System.Linq.Expressions;

namespace EFCore.Dynamo.Storage.Codecs.Conversions;

/// <summary>Compiles one direction of a value converter, whichever of its two types are nullable, so that no value is boxed.</summary>
internal static class ConversionCompiler
{
    /// <summary>Compiles the lambda of a converter.</summary>
    /// <param name="conversion">From <typeparamref name="TFrom" /> or its nullable form to <typeparamref name="TTo" /> or its nullable form.</param>
    public static NullableConversion<TFrom, TTo> Compile<TFrom, TTo>(LambdaExpression conversion)
    {
        var value = Expression.Parameter(typeof(TFrom), "value");
        var result = Expression.Parameter(typeof(TTo).MakeByRefType(), "result");
        var converted = Expression.Variable(conversion.ReturnType, "converted");
        var body = Expression.Block(
            [converted],
            Expression.Assign(converted, Expression.Invoke(conversion, Convert(value, conversion.Parameters[0].Type))),
            Expression.Assign(result, Nullable.GetUnderlyingType(conversion.ReturnType) is null
                ? Convert(converted, typeof(TTo))
                : Expression.Call(converted, nameof(Nullable<int>.GetValueOrDefault), typeArguments: null)),
            HasValue(converted));
        return Expression.Lambda<NullableConversion<TFrom, TTo>>(body, value, result).Compile();
    }

    private static Expression Convert(Expression expression, Type type) => expression.Type == type ? expression : Expression.Convert(expression, type);

    private static Expression HasValue(Expression value)
        => value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
            ? Expression.Constant(value: true)
            : Expression.NotEqual(value, Expression.Constant(value: null, value.Type));
}
