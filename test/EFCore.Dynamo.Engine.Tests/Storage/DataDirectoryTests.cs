using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Errors;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Storage;

public sealed class DataDirectoryTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_missing_directory_is_created_with_its_parents()
    {
        var nested = Path.Combine(_directory.Path, "a", "b");
        using (var store = Store.Open(new StoreOptions { DataDirectory = nested }))
        {
            store.DirectoryPath.ShouldBe(nested);
        }

        File.Exists(Path.Combine(nested, "data.mdb")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_store_on_the_directory_is_refused_until_the_first_is_closed()
    {
        using (var first = Open())
        {
            await first.PutAsync("key", "value");
            var error = Should.Throw<StorageException>(() => Open());
            error.Message.ShouldContain(_directory.Path);
            error.Message.ShouldContain($"in process {Environment.ProcessId}");
            first.Get("key").ShouldBe("value");
        }

        using var second = Open();
        second.Get("key").ShouldBe("value");
    }

    [Fact]
    public void The_same_directory_by_another_name_is_refused_too()
    {
        using var first = Open();
        var link = _directory.Path + "-link";
        Directory.CreateSymbolicLink(link, _directory.Path);
        try
        {
            Should.Throw<StorageException>(() => Store.Open(new StoreOptions { DataDirectory = link })).Message.ShouldContain("already open");
            Should.Throw<StorageException>(() => Store.Open(new StoreOptions { DataDirectory = _directory.Path + "/" })).Message.ShouldContain("already open");
        }
        finally
        {
            Directory.Delete(link);
        }
    }

    [Fact]
    public async Task A_directory_that_another_process_has_open_is_refused_with_its_id()
    {
        using var child = ChildProcess.Start("open", _directory.Path);
        (await child.ReadLineAsync()).ShouldBe("open");
        var error = Should.Throw<StorageException>(() => Open());
        error.Message.ShouldContain(_directory.Path);
        error.Message.ShouldContain($"in process {child.Id}");
        await child.KillAsync();
        using var store = Open();
        store.Get("key").ShouldBeNull();
    }

    [Theory]
    [InlineData(Durability.Full)]
    [InlineData(Durability.Relaxed)]
    public async Task A_killed_writer_loses_no_acknowledged_write_and_leaves_no_half(Durability durability)
    {
        for (var round = 0; round < 3; round++)
        {
            using var child = ChildProcess.Start("write", _directory.Path, durability.ToString());
            long acknowledged = -1;
            for (var i = 0; i < 20 + 40 * round; i++)
            {
                acknowledged = long.Parse((await child.ReadLineAsync())!, System.Globalization.CultureInfo.InvariantCulture);
            }

            await child.KillAsync();
            while (await child.ReadLineAsync() is { } line && long.TryParse(line, out var later))
            {
                acknowledged = later;
            }

            using var store = Store.Open(new StoreOptions { DataDirectory = _directory.Path, Durability = durability });
            for (long i = 0; i <= acknowledged; i++)
            {
                store.Get($"left{i}").ShouldNotBeNull($"write {i} of {acknowledged}");
                store.Get($"right{i}").ShouldBe(store.Get($"left{i}"));
            }

            store.Get($"right{acknowledged + 1}").ShouldBe(store.Get($"left{acknowledged + 1}"));
        }
    }

    [Fact]
    public void A_file_in_place_of_the_directory_is_refused_by_name()
    {
        Directory.CreateDirectory(_directory.Path);
        var file = Path.Combine(_directory.Path, "file");
        File.WriteAllText(file, "text");
        Should.Throw<StorageException>(() => Store.Open(new StoreOptions { DataDirectory = file })).Message.ShouldContain($"'{file}' is a file");
        Should.Throw<StorageException>(() => Store.Open(new StoreOptions { DataDirectory = Path.Combine(file, "below") })).Message.ShouldContain(file);
    }

    [Theory]
    [InlineData("/proc/efcore-dynamo")]
    [InlineData("/tmp/nul\0byte")]
    public void A_directory_that_cannot_be_written_is_refused_by_name(string path)
    {
        Should.Throw<StorageException>(() => Store.Open(new StoreOptions { DataDirectory = path })).Message.ShouldContain($"'{path}'");
    }

    [Fact]
    public void A_path_that_is_too_long_is_refused_by_name()
    {
        string name = new('x', 300);
        Should.Throw<StorageException>(() => Store.Open(new StoreOptions { DataDirectory = Path.Combine(_directory.Path, name) })).Message.ShouldContain(name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_path_is_refused(string path) => Should.Throw<ArgumentException>(() => Store.Open(new StoreOptions { DataDirectory = path }));

    [Fact]
    public void Options_that_cannot_be_meant_are_refused()
    {
        Should.Throw<ArgumentException>(() => Store.Open(new StoreOptions { MaxMapSizeBytes = 4096 }));
        Should.Throw<ArgumentException>(() => Store.Open(new StoreOptions { InitialMapSizeBytes = 0 }));
        Should.Throw<ArgumentException>(() => Store.Open(new StoreOptions { RelaxedSyncInterval = TimeSpan.Zero }));
    }

    [Fact]
    public async Task A_store_in_memory_is_private_and_gone_afterwards()
    {
        string path;
        using (var first = Store.Open(new StoreOptions()))
        {
            using var second = Store.Open(new StoreOptions());
            await first.PutAsync("key", "value");
            first.Get("key").ShouldBe("value");
            second.Get("key").ShouldBeNull();
            path = first.DirectoryPath;
            Directory.Exists(path).ShouldBeTrue();
        }

        Directory.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_killed_process_left_in_memory_is_removed_by_the_next_and_the_living_stay()
    {
        using var living = Store.Open(new StoreOptions());
        using var child = ChildProcess.Start("memory");
        var leftOver = (await child.ReadLineAsync())!;
        Directory.Exists(leftOver).ShouldBeTrue();
        await child.KillAsync();

        // Any process that opens a store in memory cleans up, so another test's may have been faster than this one.
        using var next = Store.Open(new StoreOptions());
        Directory.Exists(leftOver).ShouldBeFalse();
        Directory.Exists(living.DirectoryPath).ShouldBeTrue();
        await living.PutAsync("key", "value");
        living.Get("key").ShouldBe("value");
    }

    [FullDiskFact]
    public async Task A_disk_that_is_really_full_fails_the_write_and_keeps_the_data()
    {
        using var disk = SmallDisk.Mount(8 << 20);
        using var store = Store.Open(new StoreOptions { DataDirectory = Path.Combine(disk.Path, "store") });
        var stored = 0;
        StorageFullException? error = null;
        while (error is null)
        {
            try
            {
                await store.PutAsync($"key{stored}", 100_000);
                stored++;
            }
            catch (StorageFullException exception)
            {
                error = exception;
            }
        }

        error.Message.ShouldContain("disk");
        error.Message.ShouldContain(disk.Path);
        stored.ShouldBeGreaterThan(10);
        for (var i = 0; i < stored; i++)
        {
            store.Get($"key{i}")!.Length.ShouldBe(100_000);
        }

        store.Get($"key{stored}").ShouldBeNull();

        disk.Resize(32 << 20);
        await store.PutAsync("after", 100_000);
        store.Get("after")!.Length.ShouldBe(100_000);
    }

    private Store Open() => Store.Open(new StoreOptions { DataDirectory = _directory.Path });
}
