using System.Buffers.Binary;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Errors;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Storage;

public sealed class DataDirectoryTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string DataFile => Path.Combine(_directory.Path, "data.mdb");

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
    public void A_file_that_is_not_LMDBs_is_refused_by_name_and_left_alone()
    {
        Directory.CreateDirectory(_directory.Path);
        var text = string.Join('\n', Enumerable.Repeat("not a store", 2000));
        File.WriteAllText(DataFile, text);
        var message = Should.Throw<StorageException>(() => Open()).Message;
        message.ShouldContain(DataFile);
        message.ShouldContain("not an EFCore.Dynamo store");
        File.ReadAllText(DataFile).ShouldBe(text);
        // The lock is given back: the next attempt gets the same answer, not "already open".
        Should.Throw<StorageException>(() => Open()).Message.ShouldBe(message);
    }

    [Fact]
    public void An_LMDB_file_of_another_application_is_refused_by_name()
    {
        WriteForeign("setting"u8, "1"u8);
        Should.Throw<StorageException>(() => Open()).Message.ShouldBe($"The file '{DataFile}' is an LMDB file of another application. Choose another data directory.");
        WriteForeign(StoreHeader.Key, "not our header, but long enough"u8);
        Should.Throw<StorageException>(() => Open()).Message.ShouldContain("another application");
    }

    [Fact]
    public void A_newer_format_is_refused_with_both_versions()
    {
        var header = ReadHeader();
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), StoreHeader.FormatVersion + 1);
        WriteForeign(StoreHeader.Key, header);
        var message = Should.Throw<StorageException>(() => Open()).Message;
        message.ShouldContain($"format version {StoreHeader.FormatVersion + 1}");
        message.ShouldContain($"reads up to {StoreHeader.FormatVersion}");
    }

    [Fact]
    public void An_older_format_is_read_and_brought_up_to_this_one()
    {
        var header = ReadHeader();
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), 1);
        WriteForeign(StoreHeader.Key, header);
        Open().Dispose();
        BinaryPrimitives.ReadUInt32LittleEndian(ReadHeader().AsSpan(8)).ShouldBe(StoreHeader.FormatVersion);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_anywhere_is_refused_by_name_or_has_lost_nothing()
    {
        await FillAsync();
        var whole = await File.ReadAllBytesAsync(DataFile);
        var refused = 0;
        for (var kept = 2 * 4096; kept < whole.Length; kept += 2048)
        {
            await File.WriteAllBytesAsync(DataFile, whole[..kept]);
            try
            {
                CheckAllReadable($"kept {kept}");
            }
            catch (StorageException exception)
            {
                refused++;
                exception.Message.ShouldContain(DataFile);
                exception.Message.ShouldContain($"it has {kept} bytes");
                new FileInfo(DataFile).Length.ShouldBe(kept);
            }
        }

        refused.ShouldBeGreaterThan(whole.Length / 4096);
    }

    [Fact]
    public async Task A_file_with_a_damaged_page_anywhere_is_refused_by_name_or_has_lost_nothing()
    {
        await FillAsync();
        var whole = await File.ReadAllBytesAsync(DataFile);
        var refused = 0;
        for (var at = 2 * 4096; at < whole.Length; at += 4096)
        {
            byte[] damaged = [.. whole];
            damaged.AsSpan(at, 4096).Fill(at % 8192 == 0 ? (byte)0 : (byte)0xA5);
            await File.WriteAllBytesAsync(DataFile, damaged);
            try
            {
                CheckAllReadable($"damaged at {at}");
            }
            catch (StorageException exception)
            {
                refused++;
                exception.Message.ShouldContain($"'{DataFile}' is damaged");
            }
        }

        refused.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task A_file_cut_off_within_its_head_is_refused_by_name()
    {
        using (var store = Open())
        {
            await store.PutAsync("key", "value");
        }

        Truncate(100);
        Should.Throw<StorageException>(() => Open()).Message.ShouldContain(DataFile);
    }

    [Fact]
    public async Task Only_a_holder_of_an_earlier_boot_makes_the_next_look_at_a_file_of_any_size()
    {
        using (var first = StoreDirectory.Open(_directory.Path))
        {
            first.IsLeftByCrashedMachine.ShouldBeFalse();
        }

        using (var child = ChildProcess.Start("open", _directory.Path))
        {
            await child.ReadLineAsync();
            await child.KillAsync();
        }

        using (var killed = StoreDirectory.Open(_directory.Path))
        {
            killed.IsLeftByCrashedMachine.ShouldBeFalse();
        }

        await File.WriteAllTextAsync(Path.Combine(_directory.Path, "dynamo.pid"), "1\nearlier-boot\n");
        using var crashed = StoreDirectory.Open(_directory.Path);
        crashed.IsLeftByCrashedMachine.ShouldBeTrue();
    }

    [Fact]
    public void An_empty_file_becomes_a_new_store()
    {
        Directory.CreateDirectory(_directory.Path);
        File.WriteAllBytes(DataFile, []);
        using var store = Open();
        store.Get("key").ShouldBeNull();
    }

    [Fact]
    public void A_lock_file_of_LMDB_that_is_garbage_does_not_matter()
    {
        Open().Dispose();
        File.WriteAllText(Path.Combine(_directory.Path, "lock.mdb"), "garbage");
        using var store = Open();
        store.Get("key").ShouldBeNull();
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

    private async Task FillAsync()
    {
        using var store = Open();
        for (var i = 0; i < 120; i++)
        {
            await store.PutAsync($"key{i}", i % 10 == 0 ? 20_000 : 500);
        }

        for (var i = 0; i < 120; i += 7)
        {
            await store.DeleteAsync($"key{i}");
        }
    }

    private void CheckAllReadable(string because)
    {
        using var store = Open();
        for (var i = 0; i < 120; i++)
        {
            store.GetLength($"key{i}").ShouldBe(i % 7 == 0 ? -1 : i % 10 == 0 ? 20_000 : 500, because);
        }
    }

    private byte[] ReadHeader()
    {
        using var store = Open();
        using var read = store.BeginRead();
        read.TryGet(StoreHeader.Key, out var value).ShouldBeTrue();
        return value.ToArray();
    }

    private void WriteForeign(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        Directory.CreateDirectory(_directory.Path);
        using var environment = LmdbEnvironment.Open(_directory.Path, 1 << 20, 10, LightningDB.EnvironmentOpenFlags.None);
        var transaction = environment.BeginWrite();
        transaction.Put(key, value).ShouldBe(LmdbError.Success);
        transaction.Commit().ShouldBe(LmdbError.Success);
    }

    private void Truncate(long sizeBytes)
    {
        using var stream = new FileStream(DataFile, FileMode.Open, FileAccess.Write);
        stream.SetLength(sizeBytes);
    }
}
