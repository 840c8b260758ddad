using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Copies rows into new ones.</summary>
internal static class RowCopies
{
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
