using System.Diagnostics.CodeAnalysis;
using EFCore.Dynamo.Engine.Background;
using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Diagnostics;
using EFCore.Dynamo.Engine.Effects;
using EFCore.Dynamo.Engine.Effects.Expiry;
using EFCore.Dynamo.Engine.Effects.Lag;
using EFCore.Dynamo.Engine.Effects.Streams;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine;

/// <summary>A whole DynamoDB in the process: durable, transactional, on LMDB.</summary>
/// <remarks>
///     Safe for concurrent use. Reads complete synchronously and never wait for writes; a write completes when its group is committed, on the caller's thread
///     where nothing else is being written. One process at a time has a data directory open.
/// </remarks>
public sealed partial class EmbeddedDynamoClient : IDynamoClient, IDynamoStreamsClient, IFindingsReporter
{
    private readonly EngineContext _context;

    private int _isDisposed;

    private EmbeddedDynamoClient(EngineContext context)
    {
        _context = context;
        Workers = new BackgroundWorkers(context, context.Expiry);
    }

    /// <summary>For tests and tools that look inside.</summary>
    internal EngineContext Context => _context;

    /// <inheritdoc cref="Context" />
    internal BackgroundWorkers Workers { get; }

    /// <summary>Opens the data directory, creating it when it is missing, or a store in memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="EmbeddedDynamoOptions.ControlPlaneDelay" /> is negative or more than 49 days.</exception>
    /// <exception cref="StorageException">The directory is open in another process, is not this engine's, is damaged, or cannot be written.</exception>
    public static EmbeddedDynamoClient Open(EmbeddedDynamoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var streamOptions = new StreamOptions(options.StreamShardCount, options.StreamShardLifetime).Validate();
        var controlPlane = new ControlPlaneOptions(options.ControlPlaneDelay).Validate();
        var expiry = new ExpiryOptions(options.TimeToLiveInterval, options.LimitsTimeToLiveChanges).Validate();
        var lag = new LagOptions(options.GlobalIndexDelay, options.EventualReadDelay, options.Seed).Validate();
        var store = Store.Open(new StoreOptions
        {
            DataDirectory = options.DataDirectory,
            Durability = options.Durability,
            RelaxedSyncInterval = options.RelaxedSyncInterval,
            InitialMapSizeBytes = options.InitialMapSizeBytes,
            MaxMapSizeBytes = options.MaxMapSizeBytes,
            TimeProvider = options.TimeProvider,
        });
        try
        {
            var steadyTime = new SteadyTimeProvider(options.TimeProvider);
            var consistency = EventualConsistency.Create(lag, steadyTime);
            var catalog = TableCatalog.Load(store, new ItemEffectSource(consistency));
            if (consistency.IndexQueue is null)
            {
                IndexQueueWorker.Drain(store, catalog);
            }

            return new EmbeddedDynamoClient(new EngineContext(store, catalog, options.TimeProvider, new ResourceNames(options.Region, options.AccountId))
            {
                Dialects = options.ValidationDialect == ValidationDialect.Classic ? OperationDialects.Classic : OperationDialects.Current,
                SteadyTime = steadyTime,
                StreamOptions = streamOptions,
                Consistency = consistency,
                Expiry = expiry,
                ControlPlane = controlPlane,
            });
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        await Workers.DisposeAsync().ConfigureAwait(false);
        _context.Store.Dispose();
        _context.Catalog.Dispose();
    }

    private static DynamoServiceException ToException<TResponse>(OperationResult<TResponse> result)
        where TResponse : class
        => result.Error?.ToException() ?? throw new System.Diagnostics.UnreachableException("Reads are never stale.");

    /// <summary>The last line: a request that could not be read whole is never carried out, should its validator have overlooked what was found.</summary>
    private void ThrowIfFindings(object? request)
    {
        if (request is DynamoRequest { Findings: { AreAnswered: false } findings })
        {
            throw findings.ToException(_context.Dialects.Of(request));
        }
    }

    private void Check([NotNull] object? request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) != 0, this);
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private ValueTask<TResponse> Read<TOperation, TRequest, TResponse>(string name, string? tableName, TRequest? request, CancellationToken cancellationToken)
        where TOperation : IReadOperation<TRequest, TResponse>
        where TRequest : class
        where TResponse : class
    {
        Check(request, cancellationToken);
        using var scope = EngineTelemetry.Operations.Begin(name, tableName);
        DynamoServiceException exception;
        try
        {
            var result = TOperation.Execute(_context, request);
            if (result.Response is { } response)
            {
                ThrowIfFindings(request);
                return new ValueTask<TResponse>(response);
            }

            exception = ToException(result);
        }
        catch (DynamoServiceException thrown)
        {
            exception = thrown;
        }

        scope?.Fail(exception);
        return ValueTask.FromException<TResponse>(exception);
    }

    /// <summary>What changes a table or what belongs to it: under the catalog's lock, not in a group with the writes of items.</summary>
    private async ValueTask<TResponse> ChangeAsync<TRequest, TResponse>(
        string name,
        string? tableName,
        TRequest? request,
        Func<EngineContext, TRequest, CancellationToken, ValueTask<OperationResult<TResponse>>> execute,
        CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        Check(request, cancellationToken);
        using var scope = EngineTelemetry.Operations.Begin(name, tableName);
        var result = await execute(_context, request, cancellationToken).ConfigureAwait(false);
        if (result.Response is { } response)
        {
            return response;
        }

        var exception = ToException(result);
        scope?.Fail(exception);
        throw exception;
    }

    private async ValueTask<TResponse> WriteAsync<TOperation, TRequest, TResponse>(
        string name, string? tableName, TRequest? request, CancellationToken cancellationToken)
        where TOperation : class, IBoundWrite<TOperation, TRequest, TResponse>
        where TRequest : class
        where TResponse : class
    {
        Check(request, cancellationToken);
        using var scope = EngineTelemetry.Operations.Begin(name, tableName);
        try
        {
            return await WriteAsync<TOperation, TRequest, TResponse>(request, cancellationToken).ConfigureAwait(false);
        }
        catch (DynamoServiceException exception)
        {
            scope?.Fail(exception);
            throw;
        }
    }

    private async ValueTask<TResponse> WriteAsync<TOperation, TRequest, TResponse>(TRequest request, CancellationToken cancellationToken)
        where TOperation : class, IBoundWrite<TOperation, TRequest, TResponse>
        where TRequest : class
        where TResponse : class
    {
        while (true)
        {
            if (!TOperation.Bind(_context, request).TryGet(out var operation, out var bindError))
            {
                throw bindError.ToException();
            }

            ThrowIfFindings(request);
            var result = await _context.Store.WriteAsync(operation, cancellationToken).ConfigureAwait(false);
            if (result.Response is { } response)
            {
                return response;
            }

            if (result.Error is { } error)
            {
                throw error.ToException();
            }

            // The table changed between binding and execution; the new snapshot is published right after the change's commit.
            await Task.Yield();
        }
    }
}
