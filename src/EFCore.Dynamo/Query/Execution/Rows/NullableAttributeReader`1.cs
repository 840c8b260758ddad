using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Reads an attribute of packed items as a nullable CLR value, without boxing.</summary>
/// <param name="path">Where the value is.</param>
/// <param name="codec">Reads it.</param>
/// <param name="description">The property's name, for errors.</param>
internal sealed class NullableAttributeReader<T>(AttributePathReader path, AttributeValueCodec<T> codec, string description)
    where T : struct
{
    /// <summary>The value; null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is none of the property's type.</exception>
    public T? Read(Item row, QueryContext context)
    {
        try
        {
            return path.TryFind(row, context, out var value) && codec.TryRead(value, out var result) ? result : null;
        }
        catch (Exception exception) when (exception is InvalidCastException or InvalidOperationException or OverflowException or FormatException)
        {
            throw UnreadableValue.CreateException(description, exception, context);
        }
    }
}
