using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>One key of all rows that are to be sorted.</summary>
internal abstract class OrderKeys
{
    /// <summary>Computes and keeps the key of the next row.</summary>
    public abstract void Add(QueryContext context, Item row);

    /// <summary>Compares the keys of two rows, by their positions, in the key's direction.</summary>
    public abstract int Compare(int left, int right);
}
