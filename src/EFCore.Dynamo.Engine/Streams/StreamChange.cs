using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Streams;

/// <summary>What a write did to an item, as its stream record will tell it.</summary>
/// <param name="Keys">The primary key.</param>
/// <param name="OldItem">Null where there was none.</param>
/// <param name="NewItem">Null where there is none.</param>
/// <param name="Existed">Whether there was an item before, kept or not.</param>
/// <param name="IsServiceWrite">Whether the service itself deleted an expired item.</param>
internal readonly record struct StreamChange(Item Keys, Item? OldItem, Item? NewItem, bool Existed, bool IsServiceWrite)
{
    public OperationType EventName => NewItem is null ? OperationType.Remove : Existed ? OperationType.Modify : OperationType.Insert;
}
