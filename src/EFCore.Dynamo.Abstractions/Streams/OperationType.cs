namespace EFCore.Dynamo.Streams;

/// <summary>What a write did to its item.</summary>
public enum OperationType
{
    /// <summary><c>INSERT</c>: the write made an item that was not there before.</summary>
    Insert,

    /// <summary><c>MODIFY</c>: the write changed an attribute of an item, or replaced it.</summary>
    Modify,

    /// <summary><c>REMOVE</c>: the item was deleted, by a request or because its time to live was over.</summary>
    Remove,
}
