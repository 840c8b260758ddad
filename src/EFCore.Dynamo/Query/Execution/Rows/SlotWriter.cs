using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Writes what one slot of a new row gets of a row before it; shared by the executions of a query.</summary>
internal abstract class SlotWriter(AttributeName name)
{
    /// <summary>The slot's attribute.</summary>
    private protected AttributeName Name
        => name;

    /// <summary>Writes name and value, or nothing where there is no value.</summary>
    public abstract void Write(QueryContext context, Item row, ItemBuilder builder);
}
