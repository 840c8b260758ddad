using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Errors;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Storage;

public sealed class GroupCommitTests : IDisposable
{
    private readonly GatedCommitStep _disk = new();
    private readonly Store _store;

    public GroupCommitTests() => _store = Store.Open(new StoreOptions(), _disk);

    public void Dispose()
    {
        _disk.Open();
        _store.Dispose();
        _disk.Dispose();
    }

    [Fact]
    public async Task Writes_that_wait_for_one_commit_share_the_next()
    {
        var leader = OccupyDisk();
        var waiting = Enumerable.Range(0, 20).Select(i => _store.PutAsync($"key{i}", "value").AsTask()).ToArray();
        waiting.ShouldAllBe(write => !write.IsCompleted);
        _disk.Open();
        await leader;
        await Task.WhenAll(waiting);
        _disk.CommitCount.ShouldBe(2);
        for (var i = 0; i < 20; i++)
        {
            _store.Get($"key{i}").ShouldBe("value");
        }
    }

    [Fact]
    public async Task A_group_is_bounded_in_bytes()
    {
        var leader = OccupyDisk();
        var waiting = Enumerable.Range(0, 8).Select(i => _store.PutAsync($"key{i}", 5 << 20).AsTask()).ToArray();
        _disk.Open();
        await leader;
        await Task.WhenAll(waiting);
        // 16 MB are reached by the fourth of 5 MB.
        _disk.CommitCount.ShouldBe(3);
    }

    [Fact]
    public async Task An_operation_that_throws_before_it_writes_fails_alone_and_costs_nothing()
    {
        var leader = OccupyDisk();
        var neighbour = new WriteOperation<bool>(write => Put(write, "neighbour"));
        var first = _store.WriteAsync(neighbour, CancellationToken.None).AsTask();
        var failing = _store.WriteAsync(new WriteOperation<bool>(_ => throw new FormatException("mine")), CancellationToken.None).AsTask();
        var last = _store.PutAsync("last", "value").AsTask();
        _disk.Open();
        await leader;
        (await Should.ThrowAsync<FormatException>(failing)).Message.ShouldBe("mine");
        await Task.WhenAll(first, last);
        neighbour.ExecutionCount.ShouldBe(1);
        _disk.CommitCount.ShouldBe(2);
    }

    [Fact]
    public async Task An_operation_that_throws_after_it_wrote_leaves_nothing_and_the_others_are_executed_again()
    {
        var leader = OccupyDisk();
        var neighbour = new WriteOperation<bool>(write => Put(write, "neighbour"));
        var first = _store.WriteAsync(neighbour, CancellationToken.None).AsTask();
        var half = new WriteOperation<bool>(write =>
        {
            Put(write, "half");
            throw new FormatException("mine");
        });
        var failing = _store.WriteAsync(half, CancellationToken.None).AsTask();
        var last = _store.PutAsync("last", "value").AsTask();
        _disk.Open();
        await leader;
        await Should.ThrowAsync<FormatException>(failing);
        await Task.WhenAll(first, last);
        neighbour.ExecutionCount.ShouldBe(2);
        half.ExecutionCount.ShouldBe(1);
        _store.Get("half").ShouldBeNull();
        _store.Get("neighbour").ShouldBe("value");
        _store.Get("last").ShouldBe("value");
    }

    [Fact]
    public async Task The_leaders_own_failure_does_not_fail_those_that_follow()
    {
        await Should.ThrowAsync<FormatException>(async () => await _store.WriteAsync(
            new WriteOperation<bool>(write =>
            {
                Put(write, "half");
                throw new FormatException();
            }),
            CancellationToken.None));
        await _store.PutAsync("key", "value");
        _store.Get("half").ShouldBeNull();
        _store.Get("key").ShouldBe("value");
    }

    [Fact]
    public async Task A_write_cancelled_in_the_queue_is_not_executed()
    {
        using var cancellation = new CancellationTokenSource();
        var leader = OccupyDisk();
        var cancelled = _store.PutAsync("cancelled", "value", cancellation.Token).AsTask();
        var other = _store.PutAsync("other", "value").AsTask();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(cancelled);
        _disk.Open();
        await leader;
        await other;
        _store.Get("cancelled").ShouldBeNull();
        _store.Get("other").ShouldBe("value");
    }

    [Fact]
    public async Task A_write_with_a_cancelled_token_does_not_begin()
    {
        await Should.ThrowAsync<OperationCanceledException>(async () => await _store.PutAsync("key", "value", new CancellationToken(canceled: true)));
        _store.Get("key").ShouldBeNull();
    }

    [Fact]
    public async Task Cancelling_a_write_that_is_being_committed_has_no_effect()
    {
        using var cancellation = new CancellationTokenSource();
        _disk.Close();
        var write = Task.Run(() => _store.PutAsync("key", "value", cancellation.Token).AsTask());
        _disk.WaitForArrival();
        await cancellation.CancelAsync();
        _disk.Open();
        (await write).ShouldBeTrue();
        _store.Get("key").ShouldBe("value");
    }

    [Fact]
    public async Task A_group_that_reads_only_does_not_commit()
    {
        var found = await _store.WriteAsync(new WriteOperation<string?>(write => write.TryGet("key"u8, out _) ? "found" : null), CancellationToken.None);
        found.ShouldBeNull();
        _disk.CommitCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_full_disk_fails_the_write_and_loses_nothing()
    {
        await _store.PutAsync("before", "value");
        _disk.FailNext(LmdbError.NoSpace, LmdbError.NoSpace);
        var error = await Should.ThrowAsync<StorageFullException>(async () => await _store.PutAsync("key", "value"));
        error.Message.ShouldContain(_store.DirectoryPath);
        error.Message.ShouldContain("full");
        error.ErrorCode.ShouldBe("InternalServerError");
        error.StatusCode.ShouldBe(500);
        _store.Get("before").ShouldBe("value");
        _store.Get("key").ShouldBeNull();
        await _store.PutAsync("key", "value");
        _store.Get("key").ShouldBe("value");
    }

    [Fact]
    public async Task Where_a_group_does_not_fit_on_the_disk_each_of_its_operations_gets_its_own_verdict()
    {
        var leader = OccupyDisk();
        var group = Enumerable.Range(0, 3).Select(i => _store.PutAsync($"key{i}", "value").AsTask()).ToArray();
        _disk.FailNext(LmdbError.Success, LmdbError.NoSpace, LmdbError.Success, LmdbError.NoSpace, LmdbError.Success);
        _disk.Open();
        await leader;
        await group[0];
        await Should.ThrowAsync<StorageFullException>(group[1]);
        await group[2];
        _store.Get("key0").ShouldBe("value");
        _store.Get("key1").ShouldBeNull();
        _store.Get("key2").ShouldBe("value");
    }

    [Fact]
    public async Task Corruption_gives_the_store_up_and_later_calls_repeat_the_first_cause()
    {
        await _store.PutAsync("before", "value");
        _disk.FailNext(LmdbError.Panic);
        var first = await Should.ThrowAsync<StorageException>(async () => await _store.PutAsync("key", "value"));
        first.Message.ShouldContain("damaged");
        var write = await Should.ThrowAsync<StorageException>(async () => await _store.PutAsync("key", "value"));
        write.Message.ShouldBe(first.Message);
        Should.Throw<StorageException>(() => _store.Get("before")).Message.ShouldBe(first.Message);
    }

    [Fact]
    public async Task Dispose_waits_for_the_running_commit_and_leaves_no_write_unanswered()
    {
        var leader = OccupyDisk();
        var queued = Enumerable.Range(0, 5).Select(i => _store.PutAsync($"key{i}", "value").AsTask()).ToArray();
        var dispose = Task.Run(_store.Dispose);
        _disk.Open();
        await dispose;
        await leader;
        foreach (var write in queued)
        {
            try
            {
                (await write).ShouldBeTrue();
            }
            catch (ObjectDisposedException exception)
            {
                exception.ObjectName.ShouldContain(nameof(Store));
            }
        }

        await Should.ThrowAsync<ObjectDisposedException>(async () => await _store.PutAsync("late", "value"));
        Should.Throw<ObjectDisposedException>(() => _store.Get("key0"));
    }

    [Fact]
    public async Task Concurrent_increments_lose_nothing()
    {
        const int Writers = 32;
        const int Each = 50;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await _store.WriteAsync(new WriteOperation<int>(Increment), CancellationToken.None);
            }
        })));
        using var read = _store.BeginRead();
        read.TryGet("counter"u8, out var value).ShouldBeTrue();
        BitConverter.ToInt32(value).ShouldBe(Writers * Each);
    }

    private static int Increment(WriteTransaction write)
    {
        var next = write.TryGet("counter"u8, out var value) ? BitConverter.ToInt32(value) + 1 : 1;
        write.Put("counter"u8, BitConverter.GetBytes(next));
        return next;
    }

    private static bool Put(WriteTransaction write, string key)
    {
        write.Put(StoreExtensions.Bytes(key), "value"u8);
        return true;
    }

    /// <summary>A write that stands in its commit until the gate opens, so that others queue behind it.</summary>
    private Task OccupyDisk()
    {
        _disk.Close();
        Task leader = Task.Run(() => _store.PutAsync("leader", "value").AsTask());
        _disk.WaitForArrival();
        return leader;
    }
}
