using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Reads an attribute of packed items as a CLR value, without boxing.</summary>
/// <param name="path">Where the value is.</param>
/// <param name="codec">Reads it.</param>
/// <param name="description">The property's name, for errors.</param>
/// <param name="isRequired">Whether the property is never null, so that a missing collection is an empty one.</param>
internal sealed class AttributeReader<T>(AttributePathReader path, AttributeValueCodec<T> codec, string description, bool isRequired)
{
    /// <summary>The value; what the codec makes of an absent attribute where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is none of the property's type.</exception>
    public T? Read(Item row, QueryContext context)
    {
        try
        {
            return path.TryFind(row, context, out var value) ? codec.Read(value) : isRequired ? codec.ReadAbsentRequired() : codec.ReadAbsent();
        }
        catch (Exception exception) when (exception is InvalidCastException or InvalidOperationException or OverflowException or FormatException)
        {
            throw UnreadableValue.CreateException(description, exception, context);
        }
    }
}
