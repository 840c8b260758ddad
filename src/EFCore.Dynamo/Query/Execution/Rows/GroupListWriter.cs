using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Writes the rows of a group as a list of maps.</summary>
/// <param name="name">The slot's attribute.</param>
/// <param name="attributes">What is kept of each row; null for all.</param>
internal sealed class GroupListWriter(AttributeName name, AttributeName[]? attributes)
{
    /// <summary>Writes name and list.</summary>
    public void Write(ItemBuilder builder, List<Item> rows)
    {
        builder.WriteName(name);
        builder.BeginList();
        foreach (var row in rows)
        {
            if (attributes is null)
            {
                builder.WriteMap(row.Span);
            }
            else
            {
                builder.BeginMap();
                CopyTo(builder, row);
                builder.EndMap();
            }
        }

        builder.EndList();
    }

    /// <summary>What is kept of a row, in memory of its own.</summary>
    public Item Narrow(Item row)
    {
        if (attributes is null)
        {
            return row.Span.ToItem();
        }

        using var lease = ItemBuilder.Lease();
        CopyTo(lease.Builder, row);
        return lease.Builder.Build();
    }

    private void CopyTo(ItemBuilder builder, Item row)
    {
        var span = row.Span;
        foreach (var attribute in attributes!) // asked only where there are some
        {
            var index = span.IndexOf(attribute.Utf8);
            if (index >= 0)
            {
                builder.WriteName(attribute);
                builder.WriteValue(span.GetValueAt(index));
            }
        }
    }
}
