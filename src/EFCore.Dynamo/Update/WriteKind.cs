namespace EFCore.Dynamo.Update;

/// <summary>What a write does to its item, and with it what a failed condition means.</summary>
internal enum WriteKind
{
    /// <summary>PutItem of an item that must not exist. A failed condition is a duplicate key.</summary>
    Insert,

    /// <summary>
    ///     PutItem over an item that must exist: an entity was removed and another one added under its key. A failed condition is a concurrency conflict.
    /// </summary>
    Replace,

    /// <summary>UpdateItem of an item that must exist. A failed condition is a concurrency conflict.</summary>
    Update,

    /// <summary>DeleteItem of an item that must exist. A failed condition is a concurrency conflict.</summary>
    Delete,
}
