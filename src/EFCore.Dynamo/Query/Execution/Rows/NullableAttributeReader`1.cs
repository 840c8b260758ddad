using EFCore.Dynamo.Storage;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Reads an attribute of packed items as a nullable CLR value, without boxing.</summary>
internal sealed class NullableAttributeReader<T>(AttributePathReader path, AttributeValueCodec<T> codec)
    where T : struct
{
    /// <summary>The value; null where there is none.</summary>
    public T? Read(Item row, QueryContext context)
        => path.TryFind(row, context, out var value) ? codec.Read(value) : null;
}
