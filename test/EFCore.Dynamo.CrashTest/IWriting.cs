namespace EFCore.Dynamo.CrashTest;

/// <summary>A way to write to the data directory, to be killed, and to read it again.</summary>
internal interface IWriting
{
    /// <summary>The longest time from the first write to the kill, in milliseconds: enough to get past a cold start.</summary>
    int MaxLifetimeMilliseconds { get; }

    /// <summary>Writes, and kills what keeps the data after a while.</summary>
    /// <param name="journal">Takes what was intended and acknowledged.</param>
    /// <param name="seed">Chooses what is written.</param>
    /// <param name="lifetime">From the first write to the kill.</param>
    Task WriteUntilKilledAsync(Journal journal, int seed, TimeSpan lifetime);

    /// <summary>Opens what the kill left, and reads its tables.</summary>
    Task<(int Lost, int Torn)> VerifyAsync(Func<IDynamoClient, Task<(int Lost, int Torn)>> verify);

    /// <summary>Opens it, and reads its streams.</summary>
    Task<(int Lost, int Torn)> VerifyStreamsAsync(Func<IDynamoClient, IDynamoStreamsClient, Task<(int Lost, int Torn)>> verify);
}
