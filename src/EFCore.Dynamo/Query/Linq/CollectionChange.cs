namespace EFCore.Dynamo.Query.Linq;

/// <summary>
///     The methods of <see cref="Enumerable" /> that make another collection of one, under a name that EF leaves alone: it knows no query that appends, and
///     takes the others for operations on sets.
/// </summary>
internal static class CollectionChange
{
    /// <inheritdoc cref="Enumerable.Append" />
    public static IEnumerable<T>? Append<T>(IEnumerable<T>? source, T element)
        => source?.Append(element);

    /// <inheritdoc cref="Enumerable.Prepend" />
    public static IEnumerable<T>? Prepend<T>(IEnumerable<T>? source, T element)
        => source?.Prepend(element);

    /// <inheritdoc cref="Enumerable.Concat" />
    public static IEnumerable<T>? Concat<T>(IEnumerable<T>? source, IEnumerable<T>? elements)
        => source?.Concat(elements ?? []);

    /// <summary>The distinct elements of both.</summary>
    public static IEnumerable<T>? Union<T>(IEnumerable<T>? source, IEnumerable<T>? elements)
        => source?.Union(elements ?? []);

    /// <summary>The distinct elements of the first that are not in the second.</summary>
    public static IEnumerable<T>? Except<T>(IEnumerable<T>? source, IEnumerable<T>? elements)
        => source?.Except(elements ?? []);
}
