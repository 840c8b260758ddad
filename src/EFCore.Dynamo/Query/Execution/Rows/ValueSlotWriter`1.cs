using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Writes a computed value of a reference type.</summary>
internal sealed class ValueSlotWriter<T>(AttributeName name, Func<QueryContext, Item, T?> read, AttributeValueCodec<T> codec) : SlotWriter(name)
    where T : class
{
    /// <inheritdoc />
    public override void Write(QueryContext context, Item row, ItemBuilder builder)
    {
        if (read(context, row) is { } value && !codec.IsAbsent(value))
        {
            builder.WriteName(Name);
            codec.Write(builder, value);
        }
    }
}
