using System.Buffers.Binary;
using System.Diagnostics;

namespace EFCore.Dynamo.Benchmarks.Binding;

/// <summary>
///     The same loops over a binding of LMDB: 1,000 values of 1 KB, which the processor caches, and of which one byte each is looked at: little but the calls
///     is measured.
/// </summary>
internal abstract class BindingLoop : IDisposable
{
    public const int ValuesPerTransaction = 100;
    public const long MapBytes = 1L << 28;
    public const int Count = 1_000;

    private const int ValueBytes = 1000;

    private static readonly TimeSpan WarmTime = TimeSpan.FromSeconds(1.5);
    private static readonly byte[][] Keys = [.. Enumerable.Range(0, Count).Select(CreateKey)];
    private static readonly byte[] Value = Enumerable.Repeat((byte)7, ValueBytes).ToArray();

    /// <summary>Runs all loops until they are compiled for good.</summary>
    public void Warm()
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < WarmTime)
        {
            Get(Count);
            Move(Count / ValuesPerTransaction);
            Put(Count);
        }
    }

    /// <summary>Gets that are each a snapshot of their own, as a single read of the engine is.</summary>
    public void Get(int operations)
    {
        var sum = 0L;
        for (var i = 0; i < operations; i++)
        {
            sum += GetFirstByte(KeyAt(i));
        }

        Check(sum, operations);
    }

    /// <summary>Puts, a hundred in a transaction, without sync.</summary>
    public void Put(int operations)
    {
        for (var done = 0; done < operations; done += ValuesPerTransaction)
        {
            BeginWrite();
            for (var i = done; i < done + ValuesPerTransaction; i++)
            {
                Put(KeyAt(i), Value);
            }

            Commit();
        }
    }

    /// <summary>Runs of a hundred neighbours, each with a snapshot and a cursor.</summary>
    public void Move(int operations)
    {
        var sum = 0L;
        for (var i = 0; i < operations; i++)
        {
            sum += SumOfNeighbours(Keys[(int)(i * 389L % (Count - ValuesPerTransaction))], ValuesPerTransaction);
        }

        Check(sum, operations * (long)ValuesPerTransaction);
    }

    public abstract void Dispose();

    protected abstract byte GetFirstByte(byte[] key);

    protected abstract long SumOfNeighbours(byte[] start, int count);

    protected abstract void BeginWrite();

    protected abstract void Put(byte[] key, byte[] value);

    protected abstract void Commit();

    private static byte[] KeyAt(int operation) => Keys[(int)(operation * 389L % Count)];

    private static void Check(long sum, long values)
    {
        if (sum != values * Value[0])
        {
            throw new InvalidOperationException($"{values} values sum up to {sum}.");
        }
    }

    // As long as an engine key.
    private static byte[] CreateKey(int number)
    {
        var key = new byte[26];
        BinaryPrimitives.WriteInt32BigEndian(key.AsSpan(21), number);
        return key;
    }
}
