using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.ControlPlane;

/// <summary>What one control plane operation does to a table's definition; see <see cref="TableChange" />.</summary>
/// <remarks>Both methods run inside the write transaction, and may run again: no side effects outside it and the object's own fields.</remarks>
internal interface ITableChange<TResponse>
    where TResponse : class
{
    /// <summary>Looks at the table and says what it shall be; writes nothing.</summary>
    /// <param name="table">The table as it is.</param>
    /// <param name="transaction">For reading.</param>
    /// <param name="changed">The new definition, with the old version; null where nothing changes.</param>
    ServiceError? Decide(TableSchema table, WriteTransaction transaction, out TableDocument? changed);

    /// <summary>Builds the answer, and writes what else belongs to the change.</summary>
    /// <param name="table">The table as it now is.</param>
    /// <param name="transaction">Its definition and statistics are already written.</param>
    TResponse Complete(TableSchema table, WriteTransaction transaction);
}
