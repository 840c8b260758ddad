using LightningDB;

namespace EFCore.Dynamo.Benchmarks.Binding;

/// <summary>The loops through LightningDB's managed types, into the same native library.</summary>
internal sealed class LightningBinding : BindingLoop
{
    private readonly LightningEnvironment _environment;
    private readonly LightningDatabase _database;
    private readonly LightningTransaction _reader;

    private LightningTransaction? _writer;

    public LightningBinding(string directory)
    {
        Directory.CreateDirectory(directory);
        _environment = new LightningEnvironment(directory, new EnvironmentConfiguration { MapSize = MapBytes, MaxReaders = 16 });
        _environment.Open(EnvironmentOpenFlags.NoThreadLocalStorage | EnvironmentOpenFlags.NoSync);
        using (var transaction = _environment.BeginTransaction())
        {
            _database = transaction.OpenDatabase();
            Check(transaction.Commit());
        }

        Put(Count);
        _reader = _environment.BeginTransaction(TransactionBeginFlags.ReadOnly);
        _reader.Reset();
    }

    public override void Dispose()
    {
        _reader.Dispose();
        _database.Dispose();
        _environment.Dispose();
    }

    protected override byte GetFirstByte(byte[] key)
    {
        Check(_reader.Renew());
        var (code, _, value) = _reader.Get(_database, key.AsSpan());
        Check(code);
        var first = value.AsSpan()[0];
        _reader.Reset();
        return first;
    }

    protected override long SumOfNeighbours(byte[] start, int count)
    {
        Check(_reader.Renew());
        long sum;
        using (var cursor = _reader.CreateCursor(_database))
        {
            Check(cursor.SetRange(start.AsSpan()));
            var (_, _, value) = cursor.GetCurrent();
            sum = value.AsSpan()[0];
            for (var i = 1; i < count; i++)
            {
                (var code, _, value) = cursor.Next();
                Check(code);
                sum += value.AsSpan()[0];
            }
        }

        _reader.Reset();
        return sum;
    }

    protected override void BeginWrite() => _writer = _environment.BeginTransaction();

    protected override void Put(byte[] key, byte[] value) => Check(_writer!.Put(_database, key.AsSpan(), value.AsSpan())); // begun before

    protected override void Commit()
    {
        Check(_writer!.Commit()); // begun before
        _writer.Dispose();
    }

    private static void Check(MDBResultCode code)
    {
        if (code != MDBResultCode.Success)
        {
            throw new InvalidOperationException($"LMDB answered {code}.");
        }
    }
}
