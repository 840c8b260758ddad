using System.Diagnostics;

namespace EFCore.Dynamo.Values;

/// <summary>A builder of this thread, until the lease is disposed: <c>using var lease = ItemBuilder.Lease();</c>.</summary>
/// <remarks>
///     <para>Whoever packs an item leases, so that its buffers, a kilobyte and more, are garbage only once a thread. Leases nest: an inner one has another
///     builder than the outer, and a thread keeps as many builders as were ever leased at once on it. Nothing is allocated while an idle one is there.</para>
///     <para>Disposing clears the builder, in whatever state a failure left it, and lets go of buffers that one large item needed.
///     A lease is neither copied nor disposed twice; the compiler keeps it on the stack of its thread.</para>
/// </remarks>
internal readonly ref struct ItemBuilderLease
{
    [ThreadStatic]
    private static ItemBuilder? _idle;

    private ItemBuilderLease(ItemBuilder builder) => Builder = builder;

    /// <summary>Empty at first; not to be used once the lease is disposed.</summary>
    public ItemBuilder Builder { get; }

    public static ItemBuilderLease Take()
    {
        ref var idle = ref _idle;
        if (idle is not { } builder)
        {
            return new ItemBuilderLease(new ItemBuilder());
        }

        idle = builder.NextIdle;
        builder.NextIdle = null;
        return new ItemBuilderLease(builder);
    }

    public void Dispose()
    {
        ref var idle = ref _idle;
        Debug.Assert(Builder.NextIdle is null && idle != Builder, "A lease is disposed once.");
        Builder.Clear();
        Builder.NextIdle = idle;
        idle = Builder;
    }
}
