using System.Text;
using EFCore.Dynamo.Engine.Storage;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Storage;

public sealed class StoreTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_write_is_read_back_and_survives_reopening()
    {
        using (var store = Open())
        {
            (await store.PutAsync("key", "value")).ShouldBeTrue();
            store.Get("key").ShouldBe("value");
            store.Get("other").ShouldBeNull();
        }

        using var reopened = Open();
        reopened.Get("key").ShouldBe("value");
    }

    [Theory]
    [InlineData(Durability.Full)]
    [InlineData(Durability.Relaxed)]
    public void An_uncontended_write_completes_on_the_callers_thread(Durability durability)
    {
        using var store = Open(durability);
        var thread = 0;
        var write = store.WriteAsync(
            new WriteOperation<bool>(_ =>
            {
                thread = Environment.CurrentManagedThreadId;
                return true;
            }),
            CancellationToken.None);
        write.IsCompletedSuccessfully.ShouldBeTrue();
        thread.ShouldBe(Environment.CurrentManagedThreadId);
    }

    [Fact]
    public async Task A_put_replaces_and_a_delete_says_whether_there_was_something()
    {
        using var store = Open();
        await store.PutAsync("key", "old");
        await store.PutAsync("key", "new");
        store.Get("key").ShouldBe("new");
        (await store.DeleteAsync("key")).ShouldBeTrue();
        (await store.DeleteAsync("key")).ShouldBeFalse();
        store.Get("key").ShouldBeNull();
    }

    [Fact]
    public async Task Reserved_bytes_are_what_the_caller_filled_in()
    {
        using var store = Open();
        await store.PutAsync("large", 100_000);
        store.Get("large").ShouldBe(new string('x', 100_000));
    }

    [Fact]
    public async Task An_add_of_what_exists_returns_it_and_writes_nothing()
    {
        using var store = Open();
        await store.PutAsync("key", "first");
        var existing = await store.WriteAsync(
            new WriteOperation<string?>(write => write.TryAdd("key"u8, "second"u8, out var found) ? null : Encoding.UTF8.GetString(found)),
            CancellationToken.None);
        existing.ShouldBe("first");
        store.Get("key").ShouldBe("first");
    }

    [Fact]
    public async Task A_reader_keeps_its_snapshot_while_writers_go_on()
    {
        using var store = Open();
        await store.PutAsync("key", "before");
        var read = store.BeginRead();
        store.PutOnAnotherThread("key", "after");
        read.TryGet("key"u8, out var value).ShouldBeTrue();
        var seen = Encoding.UTF8.GetString(value);
        read.Dispose();
        seen.ShouldBe("before");
        store.Get("key").ShouldBe("after");
    }

    [Fact]
    public async Task A_cursor_walks_both_ways_from_any_key()
    {
        using var store = Open();
        foreach (var key in (string[])["b", "d", "f"])
        {
            await store.PutAsync(key, key);
        }

        using var read = store.BeginRead();
        using var cursor = read.OpenCursor();
        cursor.SeekAtLeast("c"u8).ShouldBeTrue();
        Key(cursor).ShouldBe("d");
        cursor.MoveNext().ShouldBeTrue();
        Key(cursor).ShouldBe("f");
        cursor.MoveNext().ShouldBeFalse();
        cursor.SeekAtLeast("g"u8).ShouldBeFalse();
        cursor.SeekBefore("g"u8).ShouldBeTrue();
        Key(cursor).ShouldBe("f");
        cursor.SeekBefore("f"u8).ShouldBeTrue();
        Key(cursor).ShouldBe("d");
        cursor.MovePrevious().ShouldBeTrue();
        Key(cursor).ShouldBe("b");
        cursor.SeekLast().ShouldBeTrue();
        Key(cursor).ShouldBe("f");
    }

    [Fact]
    public async Task Two_cursors_of_one_transaction_do_not_disturb_each_other()
    {
        using var store = Open();
        await store.PutAsync("a", "1");
        await store.PutAsync("b", "2");
        using var read = store.BeginRead();
        using var first = read.OpenCursor();
        first.SeekAtLeast("a"u8).ShouldBeTrue();
        using (var second = read.OpenCursor())
        {
            second.SeekAtLeast("b"u8).ShouldBeTrue();
        }

        Key(first).ShouldBe("a");
        first.MoveNext().ShouldBeTrue();
        Key(first).ShouldBe("b");
    }

    [Fact]
    public void Reads_may_nest_on_one_thread()
    {
        using var store = Open();
        using var outer = store.BeginRead();
        using var inner = store.BeginRead();
        inner.TryGet("key"u8, out _).ShouldBeFalse();
        outer.TryGet("key"u8, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_write_inside_a_read_of_the_same_thread_is_refused()
    {
        using var store = Open();
        var read = store.BeginRead();
        var message = "";
        try
        {
            _ = store.PutAsync("key", "value");
        }
        catch (InvalidOperationException exception)
        {
            message = exception.Message;
        }

        read.Dispose();
        message.ShouldContain("inside a read transaction");
        store.Get("key").ShouldBeNull();
    }

    [Fact]
    public async Task A_write_inside_a_write_is_refused_and_fails_that_operation()
    {
        using var store = Open();
        var operation = new WriteOperation<bool>(_ => store.PutAsync("inner", "value").IsCompleted);
        await Should.ThrowAsync<InvalidOperationException>(async () => await store.WriteAsync(operation, CancellationToken.None));
        await store.PutAsync("key", "value");
        store.Get("key").ShouldBe("value");
    }

    [Fact]
    public void A_point_read_allocates_nothing()
    {
        using var store = Open();
        store.PutOnAnotherThread("key", "value");
        ReadMany(store, 1000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = ReadMany(store, 1000);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        found.ShouldBe(1000);
        allocated.ShouldBe(0);
    }

    [Fact]
    public void An_uncontended_write_allocates_nothing()
    {
        using var store = Open(Durability.Relaxed);
        var operation = new WriteOperation<bool>(write =>
        {
            write.Put("key"u8, "value"u8);
            return true;
        });
        WriteMany(store, operation, 200);
        var before = GC.GetAllocatedBytesForCurrentThread();
        WriteMany(store, operation, 200);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        allocated.ShouldBe(0);
        operation.ExecutionCount.ShouldBe(400);
    }

    private static int ReadMany(Store store, int count)
    {
        var found = 0;
        for (var i = 0; i < count; i++)
        {
            using var read = store.BeginRead();
            if (read.TryGet("key"u8, out _))
            {
                found++;
            }
        }

        return found;
    }

    private static void WriteMany(Store store, WriteOperation<bool> operation, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (!store.WriteAsync(operation, CancellationToken.None).IsCompletedSuccessfully)
            {
                throw new InvalidOperationException("An uncontended write completes at once.");
            }
        }
    }

    private static string Key(StoreCursor cursor) => Encoding.UTF8.GetString(cursor.Key);

    private Store Open(Durability durability = Durability.Full) => Store.Open(new StoreOptions { DataDirectory = _directory.Path, Durability = durability });
}
