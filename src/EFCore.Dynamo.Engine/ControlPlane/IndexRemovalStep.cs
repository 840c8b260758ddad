using EFCore.Dynamo.Engine.Background;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.ControlPlane;

/// <summary>Removes some entries of an index that no write keeps up any more.</summary>
internal sealed class IndexRemovalStep(TableSchema table, uint indexId, int maxItems) : IWriteOperation<bool>
{
    /// <summary>Whether there is more to do.</summary>
    public bool Execute(WriteTransaction transaction) => PurgeStep.DeleteIndexEntries(transaction, table, indexId, maxItems);
}
