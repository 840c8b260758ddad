using EFCore.Dynamo.Engine.Storage.Lmdb;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>Commits and syncs: where tests put a full or failing disk.</summary>
internal interface ICommitStep
{
    /// <summary>LMDB's code; whatever it is, the transaction is over.</summary>
    int Commit(LmdbTransaction transaction);
}
