using EFCore.Dynamo.Engine.Storage;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Storage;

public sealed class StoreLifetimeTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Dispose_waits_for_readers_and_lets_no_new_ones_in()
    {
        var store = Store.Open(new StoreOptions());
        await store.PutAsync("key", "value");
        using var isReading = new ManualResetEventSlim();
        using var mayEnd = new ManualResetEventSlim();
        var readable = false;
        var reader = new Thread(() =>
        {
            using var read = store.BeginRead();
            isReading.Set();
            mayEnd.Wait();
            readable = read.TryGet("key"u8, out var value) && value.SequenceEqual("value"u8);
        });
        reader.Start();
        isReading.Wait();
        var dispose = Task.Run(store.Dispose);
        (await Task.WhenAny(dispose, Task.Delay(50))).ShouldNotBe(dispose);
        mayEnd.Set();
        await dispose;
        reader.Join();
        readable.ShouldBeTrue();
        Should.Throw<ObjectDisposedException>(() => store.Get("key"));
    }

    [Fact]
    public async Task Dispose_amid_readers_and_writers_ends_each_with_a_result_or_ObjectDisposed()
    {
        for (var round = 0; round < 10; round++)
        {
            var store = Store.Open(new StoreOptions { DataDirectory = _directory.Path, Durability = Durability.Relaxed });
            var acknowledged = 0;
            var started = 0;
            var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                try
                {
                    while (true)
                    {
                        var number = Interlocked.Increment(ref started);
                        await store.PutAsync($"{number}", "value");
                        Interlocked.Increment(ref acknowledged);
                    }
                }
                catch (ObjectDisposedException)
                {
                    return;
                }
            })).ToArray();
            var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                try
                {
                    while (true)
                    {
                        store.Get("1");
                    }
                }
                catch (ObjectDisposedException)
                {
                    return;
                }
            })).ToArray();
            while (Volatile.Read(ref acknowledged) < 20)
            {
                await Task.Yield();
            }

            store.Dispose();
            await Task.WhenAll(writers);
            await Task.WhenAll(readers);

            using var reopened = Store.Open(new StoreOptions { DataDirectory = _directory.Path });
            reopened.Get("1").ShouldBe("value");
        }
    }

    [Fact]
    public void Dispose_inside_a_read_of_the_same_thread_is_refused()
    {
        using var store = Store.Open(new StoreOptions());
        var read = store.BeginRead();
        var refused = false;
        try
        {
            store.Dispose();
        }
        catch (InvalidOperationException)
        {
            refused = true;
        }

        read.Dispose();
        refused.ShouldBeTrue();
        store.Get("key").ShouldBeNull();
    }

    [Fact]
    public void Disposing_twice_does_nothing()
    {
        var store = Store.Open(new StoreOptions());
        store.Dispose();
        store.Dispose();
        Directory.Exists(store.DirectoryPath).ShouldBeFalse();
    }

    [Fact]
    public async Task The_first_relaxed_commit_after_a_sync_sets_the_clock()
    {
        var time = new ManualTimer();
        using var store = Store.Open(new StoreOptions
        {
            DataDirectory = _directory.Path,
            Durability = Durability.Relaxed,
            RelaxedSyncInterval = TimeSpan.FromSeconds(3),
            TimeProvider = time,
        });
        time.DueTimes.ShouldBeEmpty();
        await store.PutAsync("a", "1");
        await store.PutAsync("b", "2");
        time.DueTimes.ShouldBe([TimeSpan.FromSeconds(3)]);
        time.Fire();
        await store.PutAsync("c", "3");
        time.DueTimes.ShouldBe([TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3)]);
    }

    [Fact]
    public async Task More_threads_than_readers_of_one_processor_read_at_once()
    {
        using var store = Store.Open(new StoreOptions());
        await store.PutAsync("key", "value");
        const int Threads = 200;
        using var all = new Barrier(Threads);
        var found = 0;
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            using var read = store.BeginRead();
            all.SignalAndWait();
            if (read.TryGet("key"u8, out var _))
            {
                Interlocked.Increment(ref found);
            }
        })).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        found.ShouldBe(Threads);
    }

    /// <summary>One timer that goes off when told.</summary>
    private sealed class ManualTimer : TimeProvider, ITimer
    {
        private Action? _fire;

        public List<TimeSpan> DueTimes { get; } = [];

        public void Fire() => _fire.ShouldNotBeNull()();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _fire = () => callback(state);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            DueTimes.Add(dueTime);
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
