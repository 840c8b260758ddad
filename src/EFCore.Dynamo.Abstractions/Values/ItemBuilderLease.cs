namespace EFCore.Dynamo.Values;

/// <summary>A thread's spare builder while somebody uses it; nested use gets another one.</summary>
internal readonly ref struct ItemBuilderLease
{
    [ThreadStatic]
    private static ItemBuilder? _spare;

    private ItemBuilderLease(ItemBuilder builder) => Builder = builder;

    public ItemBuilder Builder { get; }

    public static ItemBuilderLease Take()
    {
        var builder = _spare ?? new ItemBuilder();
        _spare = null;
        return new ItemBuilderLease(builder);
    }

    public void Dispose()
    {
        Builder.Clear();
        _spare = Builder;
    }
}
