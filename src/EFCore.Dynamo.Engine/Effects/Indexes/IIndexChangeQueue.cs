using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Effects.Indexes;

/// <summary>Where changes of global secondary indexes wait instead of being made with their write.</summary>
internal interface IIndexChangeQueue
{
    /// <summary>Stores a change in its write's own transaction.</summary>
    void Add(WriteTransaction transaction, TableSchema table, IndexChange change);
}
