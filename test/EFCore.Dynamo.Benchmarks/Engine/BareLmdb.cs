using EFCore.Dynamo.Engine.Storage.Lmdb;
using LightningDB;

namespace EFCore.Dynamo.Benchmarks.Engine;

/// <summary>What the engine stands on: the same keys and bytes through our own binding, and nothing else.</summary>
internal sealed class BareLmdb : IDisposable
{
    private readonly LmdbEnvironment _environment;
    private readonly LmdbTransaction _reader;
    private readonly byte[][] _keys;
    private readonly byte[][] _values;

    private byte[]? _copied;

    public BareLmdb(string directory, int count, bool sync)
    {
        Directory.CreateDirectory(directory);
        _environment = LmdbEnvironment.Open(
            directory,
            1L << 30,
            maxReaders: 16,
            sync ? EnvironmentOpenFlags.NoThreadLocalStorage : EnvironmentOpenFlags.NoThreadLocalStorage | EnvironmentOpenFlags.NoSync);
        _keys = [.. Enumerable.Range(0, count).Select(KeyBytes)];
        _values = [.. Enumerable.Range(0, count).Select(number => BenchItems.Create(number).PackedBytes.ToArray())];
        var transaction = _environment.BeginWrite();
        for (var i = 0; i < count; i++)
        {
            Check(transaction.Put(_keys[i], _values[i]));
        }

        Check(transaction.Commit());
        _reader = _environment.BeginRead();
        _reader.Reset();
    }

    /// <summary>A fresh snapshot, a get and a copy for each operation, as a single read has it.</summary>
    public void Get(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            Check(_reader.Renew());
            Check(_reader.Get(_keys[(int)((i * 7919L) % _keys.Length)], out var value));
            _copied = value.Span.ToArray();
            _reader.Reset();
        }
    }

    /// <summary>A transaction for each put.</summary>
    public void Put(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            var index = (int)((i * 7919L) % _keys.Length);
            var transaction = _environment.BeginWrite();
            Check(transaction.Put(_keys[index], _values[index]));
            Check(transaction.Commit());
        }
    }

    /// <summary>A hundred neighbours by cursor, each copied.</summary>
    public void ReadHundred(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            var partition = (int)((i * 37L) % (_keys.Length / BenchItems.ItemsPerPartition));
            Check(_reader.Renew());
            Check(_reader.OpenCursor(out var cursor));
            Check(cursor.SeekAtLeast(_keys[partition * BenchItems.ItemsPerPartition], out _, out var value));
            _copied = value.Span.ToArray();
            for (var j = 1; j < BenchItems.ItemsPerPartition; j++)
            {
                Check(cursor.Move(LmdbCursorOperation.Next, out _, out value));
                _copied = value.Span.ToArray();
            }

            cursor.Close();
            _reader.Reset();
        }
    }

    public void Dispose()
    {
        _reader.Abort();
        _environment.Dispose();
        GC.KeepAlive(_copied);
    }

    // As long as an engine key: keyspace, table id, hash, sort key. Hash-like, so that partitions lie in random order, as the engine's do.
    private static byte[] KeyBytes(int number)
    {
        var key = new byte[26];
        var partition = (ulong)(number / BenchItems.ItemsPerPartition) + 1;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(key.AsSpan(5), partition * 0x9E3779B97F4A7C15UL);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(key.AsSpan(21), number % BenchItems.ItemsPerPartition);
        return key;
    }

    private static void Check(int code)
    {
        if (code != 0)
        {
            throw new InvalidOperationException($"LMDB answered {code}.");
        }
    }
}
