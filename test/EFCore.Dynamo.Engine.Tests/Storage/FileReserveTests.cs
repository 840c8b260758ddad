using EFCore.Dynamo.Engine.Storage;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Storage;

public sealed class FileReserveTests
{
    [Fact]
    public async Task A_durable_store_keeps_its_file_longer_than_what_is_in_use_and_reads_all_back()
    {
        using var directory = new TemporaryDirectory();
        var options = new StoreOptions { DataDirectory = directory.Path };
        using (var store = Store.Open(options))
        {
            for (var number = 0; number < 200; number++)
            {
                await store.WriteAsync(new PutOperation(number), CancellationToken.None);
            }
        }

        var lengthBytes = new FileInfo(Path.Combine(directory.Path, StorageErrors.DataFileName)).Length;
        lengthBytes.ShouldBeGreaterThan(200 * PutOperation.ValueBytes + (256 << 10) / 2);

        using var reopened = Store.Open(options);
        ReadAll(reopened).ShouldBe(200);
    }

    private static int ReadAll(Store store)
    {
        using var read = store.BeginRead();
        var found = 0;
        for (var number = 0; number < 200; number++)
        {
            read.TryGet(PutOperation.Key(number), out var value).ShouldBeTrue();
            value.Length.ShouldBe(PutOperation.ValueBytes);
            found++;
        }

        return found;
    }

    private sealed class PutOperation(int number) : IWriteOperation<bool>
    {
        public const int ValueBytes = 2000;

        public static byte[] Key(int number) => [250, (byte)(number >> 8), (byte)number];

        public bool Execute(WriteTransaction transaction)
        {
            transaction.Put(Key(number), new byte[ValueBytes]);
            return true;
        }
    }
}
