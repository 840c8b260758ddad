using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Evaluation;

/// <summary>One builder a thread, so that applying an expression allocates its result only.</summary>
/// <remarks>Use is never nested: a builder is built or abandoned before the same thread rents again.</remarks>
internal static class ItemBuilderCache
{
    [ThreadStatic]
    private static ItemBuilder? _cached;

    public static ItemBuilder Rent()
    {
        var builder = _cached ??= new();
        builder.Clear();
        return builder;
    }
}
