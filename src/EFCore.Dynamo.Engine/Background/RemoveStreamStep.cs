using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Background;

/// <summary>Removes the description of a stream that is over, after its shards.</summary>
internal sealed class RemoveStreamStep(StreamDocument stream) : IWriteOperation<bool>
{
    public bool Execute(WriteTransaction transaction)
    {
        Span<byte> key = stackalloc byte[StreamKeys.MaxBytes];
        return transaction.Delete(StreamKeys.WriteDescription(key, stream.TableName, stream.Label));
    }
}
