using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.ControlPlane;

/// <summary>A change that the engine makes by itself, of the table with that id: a new one of the same name is left alone.</summary>
/// <param name="tableId">The table.</param>
/// <param name="change">The new definition, or null where there is nothing to change any more.</param>
internal sealed class DocumentChange(uint tableId, Func<TableDocument, TableDocument?> change) : ITableChange<TableSchema>
{
    public ServiceError? Decide(TableSchema table, WriteTransaction transaction, out TableDocument? changed)
    {
        changed = table.Id == tableId ? change(table.Document) : null;
        return null;
    }

    public TableSchema Complete(TableSchema table, WriteTransaction transaction) => table;
}
