using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Errors;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Storage;

public sealed class StepWriterTests : IDisposable
{
    private readonly Store _store = Store.Open(new StoreOptions());
    private readonly List<int> _tried = [];

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_step_that_does_not_fit_is_halved_until_it_does_and_the_next_begins_there()
    {
        var writer = new StepWriter(_store, 100);
        (await writer.WriteAsync(items => CreateStep(items, fitting: 12), CancellationToken.None)).ShouldBe(12);
        (await writer.WriteAsync(items => CreateStep(items, fitting: 12), CancellationToken.None)).ShouldBe(12);
        _tried.ShouldBe([100, 50, 25, 12, 12]);
    }

    [Fact]
    public async Task Where_one_item_does_not_fit_the_store_is_full()
    {
        var writer = new StepWriter(_store, 5);
        await Should.ThrowAsync<StorageFullException>(async () => await writer.WriteAsync(items => CreateStep(items, fitting: 0), CancellationToken.None));
        _tried.ShouldBe([5, 2, 1]);
    }

    private WriteOperation<int> CreateStep(int items, int fitting) => new(_ =>
    {
        _tried.Add(items);
        return items <= fitting ? items : throw new StorageFullException("full");
    });
}
