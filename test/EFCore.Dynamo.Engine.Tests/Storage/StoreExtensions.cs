using System.Text;
using EFCore.Dynamo.Engine.Storage;

namespace EFCore.Dynamo.Engine.Tests.Storage;

/// <summary>Strings in, strings out, for tests that are about transactions and not about bytes.</summary>
internal static class StoreExtensions
{
    public static ReadOnlySpan<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static ValueTask<bool> PutAsync(this Store store, string key, string value, CancellationToken cancellationToken = default)
        => store.WriteAsync(
            new WriteOperation<bool>(write =>
            {
                write.Put(Bytes(key), Bytes(value));
                return true;
            }),
            cancellationToken);

    public static ValueTask<bool> PutAsync(this Store store, string key, int valueSizeBytes)
        => store.WriteAsync(
            new WriteOperation<bool>(write =>
            {
                write.Reserve(Bytes(key), valueSizeBytes).Fill((byte)'x');
                return true;
            }),
            CancellationToken.None);

    /// <summary>Synchronously, from wherever the caller is, inside a read transaction too.</summary>
    public static void PutOnAnotherThread(this Store store, string key, string value)
    {
        var thread = new Thread(() => store.PutAsync(key, value).AsTask().GetAwaiter().GetResult());
        thread.Start();
        thread.Join();
    }

    public static ValueTask<bool> DeleteAsync(this Store store, string key)
        => store.WriteAsync(new WriteOperation<bool>(write => write.Delete(Bytes(key))), CancellationToken.None);

    public static string? Get(this Store store, string key)
    {
        using var read = store.BeginRead();
        return read.TryGet(Bytes(key), out var value) ? Encoding.UTF8.GetString(value) : null;
    }

    /// <summary>-1 where there is nothing.</summary>
    public static int GetLength(this Store store, string key)
    {
        using var read = store.BeginRead();
        return read.TryGet(Bytes(key), out var value) ? value.Length : -1;
    }
}
