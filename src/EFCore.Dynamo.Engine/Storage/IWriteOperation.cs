namespace EFCore.Dynamo.Engine.Storage;

/// <summary>One atomic write: decides first, writes after.</summary>
/// <remarks>
///     May be executed more than once (a full map, a failed neighbour in its group), always from the start and never at the same time:
///     it has no side effects outside the transaction and its own fields. Runs on the thread that leads its group.
///     An expected failure is a result. Throwing before the first write fails this operation alone and costs nothing;
///     throwing after it rolls the group back, and the others are executed again without this one.
/// </remarks>
/// <typeparam name="TResult">What the caller gets once the group is committed.</typeparam>
internal interface IWriteOperation<out TResult>
{
    /// <summary>Reads, decides, writes. Never awaits, never begins a transaction of its own.</summary>
    TResult Execute(WriteTransaction transaction);
}
