using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>A row that knows for which value it was found, while the rows of several values are joined further in one round.</summary>
internal static class NumberedRow
{
    // Behind all names that attributes and slots have.
    private static readonly AttributeName Name = new("\U0010FFFF\U0010FFFF");

    /// <summary>The row with a number.</summary>
    public static Item Create(Item row, int number)
    {
        using var lease = ItemBuilder.Lease();
        var span = row.Span;
        for (var i = 0; i < span.Count; i++)
        {
            // It may have the number of a step before.
            var name = span.GetNameAt(i);
            if (!name.SequenceEqual(Name.Utf8))
            {
                lease.Builder.WriteName(name);
                lease.Builder.WriteValue(span.GetValueAt(i));
            }
        }

        lease.Builder.WriteName(Name);
        lease.Builder.WriteNumber(number);
        return lease.Builder.Build();
    }

    /// <summary>The number of a row, or of a row that was joined to it.</summary>
    public static int Read(Item row)
        => row.Span.TryGetValue(Name, out var number)
            ? (int)number.GetInt64()
            : throw new System.Diagnostics.UnreachableException("A row came out of a lookup without the number that it went in with.");
}
