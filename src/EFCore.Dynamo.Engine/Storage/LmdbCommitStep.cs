using EFCore.Dynamo.Engine.Storage.Lmdb;

namespace EFCore.Dynamo.Engine.Storage;

/// <summary>LMDB's own commit.</summary>
internal sealed class LmdbCommitStep : ICommitStep
{
    public int Commit(LmdbTransaction transaction) => transaction.Commit();
}
