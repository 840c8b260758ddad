using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Errors;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Storage;

public sealed class DiskReserveTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly GatedCommitStep _disk = new();

    private FileInfo Reserve => new(Path.Combine(_directory.Path, DiskReserve.FileName));

    public void Dispose()
    {
        _directory.Dispose();
        _disk.Dispose();
    }

    [Fact]
    public void A_store_keeps_two_megabytes_of_the_disk_and_one_in_memory_keeps_none()
    {
        using (Open())
        {
            Reserve.Length.ShouldBe(2 << 20);
        }

        Reserve.Length.ShouldBe(2 << 20);

        using var memory = Store.Open(new StoreOptions());
        File.Exists(Path.Combine(memory.DirectoryPath, DiskReserve.FileName)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_large_store_keeps_more_and_never_more_than_eight_megabytes()
    {
        using var store = Open();
        for (var number = 0; number < 20; number++)
        {
            await store.PutAsync($"key{number}", 1 << 20);
        }

        Reserve.Length.ShouldBe(3 << 20);
        for (var number = 20; number < 80; number++)
        {
            await store.PutAsync($"key{number}", 1 << 20);
        }

        Reserve.Length.ShouldBe(8 << 20);
    }

    [Fact]
    public async Task On_a_full_disk_the_reserve_goes_to_the_data_file_and_comes_back_with_the_first_write_that_finds_space()
    {
        using var store = Open();
        await store.PutAsync("key", "value");
        var before = DataFileBytes();
        _disk.FailNext(LmdbError.NoSpace, LmdbError.NoSpace);
        await Should.ThrowAsync<StorageFullException>(async () => await store.PutAsync("other", 50_000));
        Reserve.Exists.ShouldBeFalse();
        DataFileBytes().ShouldBe(before + (7 << 18));

        // Fits into what is left: nobody asks the disk.
        await store.PutAsync("key", "other");
        Reserve.Exists.ShouldBeFalse();

        await store.PutAsync("large", 1 << 20);
        Reserve.Length.ShouldBe(2 << 20);
        store.Get("large")!.Length.ShouldBe(1 << 20);
    }

    [Fact]
    public void What_is_left_of_a_reserve_is_completed_at_the_next_open()
    {
        Open().Dispose();
        using (var stream = Reserve.OpenWrite())
        {
            stream.SetLength(1 << 16);
        }

        Open().Dispose();
        Reserve.Length.ShouldBe(2 << 20);
    }

    private long DataFileBytes() => new FileInfo(Path.Combine(_directory.Path, StorageErrors.DataFileName)).Length;

    private Store Open() => Store.Open(new StoreOptions { DataDirectory = _directory.Path }, _disk);
}
