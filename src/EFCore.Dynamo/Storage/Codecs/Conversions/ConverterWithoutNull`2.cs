using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EFCore.Dynamo.Storage.Codecs.Conversions;

/// <inheritdoc cref="ConverterWithoutNull" />
internal sealed class ConverterWithoutNull<TModel, TProvider>(ValueConverter original) : ValueConverter<TModel, TProvider>(
    Convert<TModel, TProvider>(original.ConvertToProviderExpression),
    Convert<TProvider, TModel>(original.ConvertFromProviderExpression),
    original.MappingHints), IConverterWithoutNull
{
    /// <inheritdoc />
    public ValueConverter Original => original;

    private static Expression<Func<TFrom, TTo>> Convert<TFrom, TTo>(LambdaExpression conversion)
    {
        var value = Expression.Parameter(typeof(TFrom), conversion.Parameters[0].Name);
        var argument = Expression.Convert(value, conversion.Parameters[0].Type);
        return Expression.Lambda<Func<TFrom, TTo>>(Expression.Convert(Expression.Invoke(conversion, argument), typeof(TTo)), value);
    }
}
