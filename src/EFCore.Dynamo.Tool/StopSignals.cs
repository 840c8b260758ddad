using System.Runtime.InteropServices;

namespace EFCore.Dynamo.Tool;

/// <summary>Ctrl-C and SIGTERM: the first asks to stop, the second cuts off.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _cutOff = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public StopSignals(CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Completes at the first signal.</summary>
    public async Task WaitAsync()
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = _stop.Token.Register(static state => ((TaskCompletionSource)state!).TrySetResult(), stopped); // the state given here
        await stopped.Task;
    }

    /// <summary>Cancelled by the second signal, or when the time is over.</summary>
    public CancellationToken CutOffAfter(TimeSpan timeout)
    {
        _cutOff.CancelAfter(timeout);
        return _cutOff.Token;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _stop.Dispose();
        _cutOff.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_stop.IsCancellationRequested)
        {
            _cutOff.Cancel();
        }
        else
        {
            _stop.Cancel();
        }
    }
}
