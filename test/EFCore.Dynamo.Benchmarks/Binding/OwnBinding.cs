using EFCore.Dynamo.Engine.Storage.Lmdb;
using LightningDB;

namespace EFCore.Dynamo.Benchmarks.Binding;

/// <summary>The loops through the engine's binding.</summary>
internal sealed class OwnBinding : BindingLoop
{
    private readonly LmdbEnvironment _environment;
    private readonly LmdbTransaction _reader;

    private LmdbTransaction _writer;

    public OwnBinding(string directory)
    {
        Directory.CreateDirectory(directory);
        _environment = LmdbEnvironment.Open(directory, MapBytes, maxReaders: 16, EnvironmentOpenFlags.NoThreadLocalStorage | EnvironmentOpenFlags.NoSync);
        Put(Count);
        _reader = _environment.BeginRead();
        _reader.Reset();
    }

    public override void Dispose()
    {
        _reader.Abort();
        _environment.Dispose();
    }

    protected override byte GetFirstByte(byte[] key)
    {
        Check(_reader.Renew());
        Check(_reader.Get(key, out var value));
        var first = value.Span[0];
        _reader.Reset();
        return first;
    }

    protected override long SumOfNeighbours(byte[] start, int count)
    {
        Check(_reader.Renew());
        Check(_reader.OpenCursor(out var cursor));
        Check(cursor.SeekAtLeast(start, out _, out var value));
        long sum = value.Span[0];
        for (var i = 1; i < count; i++)
        {
            Check(cursor.Move(LmdbCursorOperation.Next, out _, out value));
            sum += value.Span[0];
        }

        cursor.Close();
        _reader.Reset();
        return sum;
    }

    protected override void BeginWrite() => _writer = _environment.BeginWrite();

    protected override void Put(byte[] key, byte[] value) => Check(_writer.Put(key, value));

    protected override void Commit() => Check(_writer.Commit());

    private static void Check(int code)
    {
        if (code != 0)
        {
            throw new InvalidOperationException($"LMDB answered {code}.");
        }
    }
}
