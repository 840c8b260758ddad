using System.Buffers.Binary;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Errors;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Storage;

/// <summary>Files that are another application's, of another format, damaged or cut off.</summary>
public sealed class DataFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string DataFile => Path.Combine(_directory.Path, "data.mdb");

    public void Dispose() => _directory.Dispose();

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
        Should.Throw<StorageException>(() => Open()).Message.ShouldBe(
            $"The file '{DataFile}' is an LMDB file of another application. Choose another data directory.");
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
