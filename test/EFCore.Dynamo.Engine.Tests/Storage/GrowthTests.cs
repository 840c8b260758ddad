using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Errors;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Storage;

public sealed class GrowthTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_full_map_doubles_and_the_operation_is_executed_again()
    {
        using var store = Open(1 << 20, 1L << 30);
        var before = store.MapSizeBytes;
        var operation = new WriteOperation<bool>(write =>
        {
            for (var i = 0; i < 30; i++)
            {
                write.Reserve(StoreExtensions.Bytes($"key{i}"), 100_000).Fill((byte)i);
            }

            return true;
        });
        await store.WriteAsync(operation, CancellationToken.None);
        operation.ExecutionCount.ShouldBeGreaterThan(1);
        store.MapSizeBytes.ShouldBeGreaterThan(before);
        for (var i = 0; i < 30; i++)
        {
            store.Get($"key{i}")!.Length.ShouldBe(100_000);
        }
    }

    [Fact]
    public async Task The_map_grows_under_concurrent_readers_and_writers()
    {
        using var store = Open(1 << 18, 1L << 30);
        using var done = new CancellationTokenSource();
        var torn = 0;
        var readers = Enumerable.Range(0, 4).Select(_ => new Thread(() => ReadUntil(store, done.Token, ref torn))).ToArray();
        foreach (var reader in readers)
        {
            reader.Start();
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await store.PutAsync($"w{writer}-{i}", 20_000);
            }
        })));
        await done.CancelAsync();
        foreach (var reader in readers)
        {
            reader.Join();
        }

        torn.ShouldBe(0);
        store.MapSizeBytes.ShouldBeGreaterThan(16 << 20);
        for (var writer = 0; writer < 8; writer++)
        {
            store.Get($"w{writer}-99")!.Length.ShouldBe(20_000);
        }
    }

    [Fact]
    public async Task A_store_at_its_limit_refuses_puts_stays_readable_and_recovers_by_deletes()
    {
        using var store = Open(1 << 20, 2 << 20);
        var stored = 0;
        StorageFullException? error = null;
        while (error is null)
        {
            try
            {
                await store.PutAsync($"key{stored}", 10_000);
                stored++;
            }
            catch (StorageFullException exception)
            {
                error = exception;
            }
        }

        error.Message.ShouldContain("maximum");
        error.Message.ShouldContain(Path.Combine(_directory.Path, "data.mdb"));
        stored.ShouldBeGreaterThan(50);
        for (var i = 0; i < stored; i++)
        {
            store.Get($"key{i}")!.Length.ShouldBe(10_000);
        }

        store.Get($"key{stored}").ShouldBeNull();

        for (var i = 0; i < stored / 2; i++)
        {
            (await store.DeleteAsync($"key{i}")).ShouldBeTrue();
        }

        await store.PutAsync("after", 10_000);
        store.Get("after")!.Length.ShouldBe(10_000);
        new FileInfo(Path.Combine(_directory.Path, "data.mdb")).Length.ShouldBeLessThanOrEqualTo(2 << 20);
    }

    [Fact]
    public async Task At_the_limit_deletes_and_refused_puts_may_take_turns_for_ever()
    {
        using var store = Open(1 << 20, 2 << 20);
        var first = 0;
        var next = await PutUntilFullAsync(store, 0);
        for (var turn = 0; turn < 300; turn++)
        {
            (await store.DeleteAsync($"key{first}")).ShouldBeTrue($"turn {turn}");
            first++;
            next = await PutUntilFullAsync(store, next);
        }

        for (var i = first; i < next; i++)
        {
            store.Get($"key{i}")!.Length.ShouldBe(3000);
        }
    }

    private static async Task<int> PutUntilFullAsync(Store store, int next)
    {
        while (true)
        {
            try
            {
                await store.PutAsync($"key{next}", 3000);
                next++;
            }
            catch (StorageFullException)
            {
                return next;
            }
        }
    }

    [Fact]
    public async Task At_the_limit_a_group_splits_and_only_what_does_not_fit_fails()
    {
        using var disk = new GatedCommitStep();
        using var store = Store.Open(new StoreOptions { InitialMapSizeBytes = 1 << 20, MaxMapSizeBytes = 4 << 20 }, disk);
        disk.Close();
        var leader = Task.Run(() => store.PutAsync("leader", "value").AsTask());
        disk.WaitForArrival();
        var small = store.PutAsync("small", "value").AsTask();
        var large = store.PutAsync("large", 10 << 20).AsTask();
        var last = store.PutAsync("last", "value").AsTask();
        disk.Open();
        await leader;
        await small;
        await Should.ThrowAsync<StorageFullException>(large);
        await last;
        store.Get("small").ShouldBe("value");
        store.Get("large").ShouldBeNull();
        store.Get("last").ShouldBe("value");
    }

    [Fact]
    public async Task A_store_reopened_with_a_smaller_map_keeps_its_data()
    {
        using (var store = Open(1 << 20, 1L << 30))
        {
            await store.PutAsync("key", 5 << 20);
        }

        using var reopened = Open(1 << 20, 1 << 20);
        reopened.Get("key")!.Length.ShouldBe(5 << 20);
        await Should.ThrowAsync<StorageFullException>(async () => await reopened.PutAsync("other", 5 << 20));
    }

    private static void ReadUntil(Store store, CancellationToken done, ref int torn)
    {
        while (!done.IsCancellationRequested)
        {
            using var read = store.BeginRead();
            using var cursor = read.OpenCursor();
            var found = cursor.SeekAtLeast("w"u8);
            while (found)
            {
                if (cursor.Value.Length != 20_000 || cursor.Value.ContainsAnyExcept((byte)'x'))
                {
                    Interlocked.Increment(ref torn);
                }

                found = cursor.MoveNext();
            }
        }
    }

    private Store Open(long initial, long max)
        => Store.Open(new StoreOptions
        {
            DataDirectory = _directory.Path,
            InitialMapSizeBytes = initial,
            MaxMapSizeBytes = max,
            Durability = Durability.Relaxed,
        });
}
