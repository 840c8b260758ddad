using System.Collections.Concurrent;

namespace EFCore.Dynamo.Expressions;

/// <summary>Parsed expressions by their text: bounded, and without a lock on a hit.</summary>
/// <remarks>
///     Two generations. New entries go to the young one; when it is full it becomes the old one and the former old one is dropped, so that at most twice the capacity is held
///     and what is still in use moves back into the young generation when it is next asked for.
/// </remarks>
internal sealed class ExpressionCache<TExpression>
    where TExpression : class
{
    private readonly int capacity;
    private readonly Func<string, TExpression> parse;
    private Generation young = new();
    private Generation? old;

    /// <param name="parse">Creates what is not cached; what it throws is not cached.</param>
    public ExpressionCache(Func<string, TExpression> parse, int capacity = 2048)
    {
        this.parse = parse;
        this.capacity = capacity;
    }

    /// <summary>Entries held, for tests.</summary>
    internal int Count => Volatile.Read(ref young).Entries.Count + (Volatile.Read(ref old)?.Entries.Count ?? 0);

    public TExpression GetOrParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var generation = Volatile.Read(ref young);
        if (generation.Entries.TryGetValue(text, out var cached))
            return cached;
        var expression = Volatile.Read(ref old)?.Entries.GetValueOrDefault(text) ?? parse(text);
        if (!generation.Entries.TryAdd(text, expression))
            return generation.Entries.GetValueOrDefault(text, expression);

        // Of the threads that fill a generation exactly one sees the count reach the capacity.
        if (Interlocked.Increment(ref generation.Count) == capacity)
        {
            Volatile.Write(ref old, generation);
            Volatile.Write(ref young, new());
        }

        return expression;
    }

    private sealed class Generation
    {
        public readonly ConcurrentDictionary<string, TExpression> Entries = new(StringComparer.Ordinal);
        public int Count;
    }
}
