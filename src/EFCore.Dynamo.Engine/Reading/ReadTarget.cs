using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;

namespace EFCore.Dynamo.Engine.Reading;

/// <summary>The table, and the index of it, that a Query or Scan reads.</summary>
/// <param name="Table">The table.</param>
/// <param name="Index">Null for the table itself.</param>
internal readonly record struct ReadTarget(TableSchema Table, IndexSchema? Index)
{
    /// <summary>The key of what is read.</summary>
    public KeyLayout Key => Index?.Key ?? Table.Key;

    /// <param name="context">The tables.</param>
    /// <param name="tableName">The request's, validated.</param>
    /// <param name="indexName">The request's.</param>
    /// <param name="consistentRead">Global secondary indexes have no consistent reads.</param>
    /// <param name="operation">The operation's name.</param>
    /// <param name="target">Set unless there is an error.</param>
    public static ServiceError? TryFind(
        EngineContext context, string tableName, string? indexName, bool consistentRead, string operation, out ReadTarget target)
    {
        target = default;
        if (context.FindTable(tableName) is not { } table)
        {
            return context.TableNotFound(tableName, operation);
        }

        var index = indexName is null ? null : table.FindIndex(indexName);
        target = new ReadTarget(table, index);
        if (index is null)
        {
            return indexName is null ? null : ServiceError.Validation(ResourceTexts.IndexNotFound(indexName));
        }

        if (index.IsBuilding)
        {
            return ServiceError.Validation(ResourceTexts.IndexIsBackfilling(index.Name));
        }

        return index.IsGlobal && consistentRead ? ServiceError.Validation(ReadTexts.ConsistentReadOnGlobalIndex) : null;
    }
}
