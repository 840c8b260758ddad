using System.Threading.Channels;

namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>Wakes the worker of tables; any number of wakes before it looks are one.</summary>
internal sealed class TableWorkSignal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _channel.Writer.TryWrite(true);

    /// <summary>Completes at the next wake; at once if there was one since the last.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken) => await _channel.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
}
