using System.Collections.Concurrent;

namespace EFCore.Dynamo.Expressions;

/// <summary>Parsed expressions by their text: bounded, and without a lock on a hit.</summary>
/// <remarks>
///     Two generations. New entries go to the young one; when it is full it becomes the old one and the former old one is dropped, so that at most twice the
///     capacity is held and what is still in use moves back into the young generation when it is next asked for.
/// </remarks>
internal sealed class ExpressionCache<TExpression>
    where TExpression : class
{
    private readonly int _capacity;
    private readonly Func<string, TExpression> _parse;

    private Generation _young = new();
    private Generation? _old;

    /// <param name="parse">Creates what is not cached; what it throws is not cached.</param>
    public ExpressionCache(Func<string, TExpression> parse, int capacity = 2048)
    {
        _parse = parse;
        _capacity = capacity;
    }

    /// <summary>Entries held, for tests.</summary>
    internal int Count => Volatile.Read(ref _young).Entries.Count + (Volatile.Read(ref _old)?.Entries.Count ?? 0);

    public TExpression GetOrParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var generation = Volatile.Read(ref _young);
        if (generation.Entries.TryGetValue(text, out var cached))
        {
            return cached;
        }

        var expression = Volatile.Read(ref _old)?.Entries.GetValueOrDefault(text) ?? _parse(text);
        if (!generation.Entries.TryAdd(text, expression))
        {
            return generation.Entries.GetValueOrDefault(text, expression);
        }

        // Of the threads that fill a generation exactly one sees the count reach the capacity.
        if (Interlocked.Increment(ref generation.Count) == _capacity)
        {
            Volatile.Write(ref _old, generation);
            Volatile.Write(ref _young, new());
        }

        return expression;
    }

    private sealed class Generation
    {
        public readonly ConcurrentDictionary<string, TExpression> Entries = new(StringComparer.Ordinal);

        public int Count;
    }
}
