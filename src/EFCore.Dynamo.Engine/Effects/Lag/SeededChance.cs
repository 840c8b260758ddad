namespace EFCore.Dynamo.Engine.Effects.Lag;

/// <summary>Chance that repeats itself from its seed, for threads that take turns in the same order.</summary>
internal sealed class SeededChance(int seed)
{
    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();

    /// <summary>From 0 to below 1.</summary>
    public double Next()
    {
        lock (_lock)
        {
            return _random.NextDouble();
        }
    }
}
