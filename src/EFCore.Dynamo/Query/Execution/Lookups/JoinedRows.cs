using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>Makes rows of a row and what was found for it: the row's attributes, and one more for the slot.</summary>
internal static class JoinedRows
{
    /// <summary>Adds what a row becomes.</summary>
    /// <param name="joined">Takes the new rows, which share no memory with the old ones.</param>
    /// <param name="row">The row so far.</param>
    /// <param name="found">What was found for it.</param>
    /// <param name="lookup">How.</param>
    public static void Add(List<Item> joined, Item row, IReadOnlyList<Item> found, CompiledLookup lookup)
    {
        switch (lookup.Kind)
        {
            case LookupKind.Collection:
                joined.Add(CreateWithList(row, found, lookup.SlotName));
                break;
            case LookupKind.Left or LookupKind.Single when found.Count == 0:
                joined.Add(row.Span.ToItem());
                break;
            case LookupKind.Single:
                joined.Add(RowCopies.WithMap(row, lookup.SlotName, found[0]));
                break;
            case LookupKind.Inner or LookupKind.Left:
                foreach (var item in found)
                {
                    joined.Add(RowCopies.WithMap(row, lookup.SlotName, item));
                }

                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Item CreateWithList(Item row, IReadOnlyList<Item> items, AttributeName slotName)
    {
        using var lease = ItemBuilder.Lease();
        lease.Builder.WriteAttributes(row);
        lease.Builder.WriteName(slotName);
        lease.Builder.BeginList();
        foreach (var item in items)
        {
            lease.Builder.WriteMap(item.Span);
        }

        lease.Builder.EndList();
        return lease.Builder.Build();
    }
}
