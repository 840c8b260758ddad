using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Storage.Lmdb;

namespace EFCore.Dynamo.Engine.Tests.Storage;

/// <summary>A disk that is slow (commits wait while the gate is closed), full or broken (the next commits answer a code) on demand.</summary>
internal sealed class GatedCommitStep : ICommitStep, IDisposable
{
    private readonly ManualResetEventSlim _gate = new(initialState: true);
    private readonly ManualResetEventSlim _arrived = new();
    private readonly Queue<int> _failures = new();

    public int CommitCount { get; private set; }

    public void Close()
    {
        _arrived.Reset();
        _gate.Reset();
    }

    public void Open() => _gate.Set();

    /// <summary>Until a commit stands at the closed gate.</summary>
    public void WaitForArrival() => _arrived.Wait();

    public void FailNext(params int[] codes)
    {
        foreach (var code in codes)
        {
            _failures.Enqueue(code);
        }
    }

    public int Commit(LmdbTransaction transaction)
    {
        _arrived.Set();
        _gate.Wait();
        if (_failures.TryDequeue(out var code) && code != LmdbError.Success)
        {
            transaction.Abort();
            return code;
        }

        CommitCount++;
        return transaction.Commit();
    }

    public void Dispose()
    {
        _gate.Dispose();
        _arrived.Dispose();
    }
}
