using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Puts the whole row into the slot.</summary>
internal sealed class RowSlotWriter(AttributeName name) : SlotWriter(name)
{
    /// <inheritdoc />
    public override void Write(QueryContext context, Item row, ItemBuilder builder)
    {
        builder.WriteName(Name);
        builder.WriteMap(row.Span);
    }
}
