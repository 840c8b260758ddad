using EFCore.Dynamo.Storage;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Reads an attribute of packed items as a CLR value, without boxing.</summary>
internal sealed class AttributeReader<T>(AttributePathReader path, AttributeValueCodec<T> codec)
{
    /// <summary>The value; what the codec makes of an absent attribute where there is none.</summary>
    public T? Read(Item row, QueryContext context)
        => path.TryFind(row, context, out var value) ? codec.Read(value) : codec.ReadAbsent();
}
