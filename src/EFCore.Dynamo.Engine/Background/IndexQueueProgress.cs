namespace EFCore.Dynamo.Engine.Background;

/// <summary>Where the queue of index changes stands after a step.</summary>
/// <param name="IsMore">Whether another step has something to do now.</param>
/// <param name="NextDue">When the first change that waits is due; null where none does, or where more is due now.</param>
internal readonly record struct IndexQueueProgress(bool IsMore, DateTimeOffset? NextDue);
