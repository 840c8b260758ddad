using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>Writes the stream record of every write to a table whose stream is enabled.</summary>
internal sealed class StreamEffect(StreamDocument stream) : IItemEffect
{
    private readonly bool _hasOldImages = stream.ViewType is StreamViewType.OldImage or StreamViewType.NewAndOldImages;
    private readonly bool _hasNewImages = stream.ViewType is StreamViewType.NewImage or StreamViewType.NewAndOldImages;

    public bool NeedsOldItem => _hasOldImages;

    public ServiceError? Decide(TransactionView transaction, in ItemChange change, out ItemConsequence? consequence)
    {
        var recorded = new StreamChange(
            change.Table.GetKey(change.Key.Span),
            _hasOldImages ? change.OldItem : null,
            _hasNewImages ? change.NewItem : null,
            StreamChange.GetEventName(change),
            change.IsServiceWrite);
        consequence = new StreamConsequence(change.Table, stream, recorded);
        return null;
    }
}
