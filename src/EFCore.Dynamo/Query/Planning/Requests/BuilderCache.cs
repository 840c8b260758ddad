using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Requests;

/// <summary>Keeps one builder of a plan between executions; concurrent executions get builders of their own.</summary>
internal sealed class BuilderCache
{
    private ItemBuilder? _builder;

    public ItemBuilder Rent() => Interlocked.Exchange(ref _builder, null) ?? new ItemBuilder();

    /// <summary>Takes a builder back, whatever state a failure left it in.</summary>
    public void Return(ItemBuilder builder)
    {
        builder.Clear();
        _builder = builder;
    }
}
