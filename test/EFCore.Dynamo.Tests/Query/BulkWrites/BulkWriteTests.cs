using EFCore.Dynamo.Tests.Stores;

namespace EFCore.Dynamo.Tests.Query.BulkWrites;

/// <summary>ExecuteUpdate and ExecuteDelete leave what reading, changing and saving would leave.</summary>
public abstract class BulkWriteTests(TestStore store) : IDisposable
{
    public static TheoryData<string> Cases => [.. BulkWriteCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_bulk_write_leaves_what_saving_would(string name)
    {
        var bulkWrite = BulkWriteCases.All[name];
        var (savedCount, saved) = await RunAsync(bulkWrite.SaveAsync);
        var (count, written) = await RunAsync(bulkWrite.ExecuteAsync);
        var (synchronousCount, writtenSynchronously) = await RunAsync(context => Task.FromResult(bulkWrite.Execute(context)));

        written.ShouldBe(saved);
        count.ShouldBe(savedCount);
        writtenSynchronously.ShouldBe(saved);
        synchronousCount.ShouldBe(savedCount);
    }

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<(int Count, string Items)> RunAsync(Func<WarehouseContext, Task<int>> run)
    {
        await WarehouseContext.CreateAsync(store);
        await using var context = new WarehouseContext(store);
        var count = await run(context);
        return (count, await WarehouseContext.ReadAllAsync(store));
    }
}
