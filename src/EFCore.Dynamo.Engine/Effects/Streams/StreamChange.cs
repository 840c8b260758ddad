using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Effects.Streams;

/// <summary>What a write did to an item, as its stream record will tell it.</summary>
/// <param name="Keys">The primary key.</param>
/// <param name="OldImage">Null where there was no item, or where the stream has no old images.</param>
/// <param name="NewImage">Null where there is no item, or where the stream has no new images.</param>
/// <param name="EventName">What happened.</param>
/// <param name="IsServiceWrite">Whether the service itself deleted an expired item.</param>
internal readonly record struct StreamChange(Item Keys, Item? OldImage, Item? NewImage, OperationType EventName, bool IsServiceWrite)
{
    public static OperationType GetEventName(in ItemChange change)
        => change.NewItem is null ? OperationType.Remove : change.Existed ? OperationType.Modify : OperationType.Insert;
}
