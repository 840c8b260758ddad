using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Copies rows into new ones.</summary>
internal static class RowCopies
{
    /// <summary>A row with an item in one more slot.</summary>
    public static Item WithMap(Item row, AttributeName slotName, Item item)
    {
        using var lease = ItemBuilder.Lease();
        lease.Builder.WriteAttributes(row);
        lease.Builder.WriteName(slotName);
        lease.Builder.WriteMap(item.Span);
        return lease.Builder.Build();
    }

    /// <summary>A row with a value in one more slot.</summary>
    public static Item WithValue(Item row, AttributeName slotName, AttributeValueSpan value)
    {
        using var lease = ItemBuilder.Lease();
        lease.Builder.WriteAttributes(row);
        lease.Builder.WriteName(slotName);
        lease.Builder.WriteValue(value);
        return lease.Builder.Build();
    }

    /// <summary>Writes all attributes of a row.</summary>
    public static void WriteAttributes(this ItemBuilder builder, Item row)
    {
        var span = row.Span;
        for (var i = 0; i < span.Count; i++)
        {
            builder.WriteName(span.GetNameAt(i));
            builder.WriteValue(span.GetValueAt(i));
        }
    }
}
