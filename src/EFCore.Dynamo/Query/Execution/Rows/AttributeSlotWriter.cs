using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Copies an attribute as it is packed.</summary>
internal sealed class AttributeSlotWriter(AttributeName name, AttributePathReader path) : SlotWriter(name)
{
    /// <inheritdoc />
    public override void Write(QueryContext context, Item row, ItemBuilder builder)
    {
        if (path.TryFind(row, context, out var value))
        {
            builder.WriteName(Name);
            builder.WriteValue(value);
        }
    }
}
