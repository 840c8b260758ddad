using EFCore.Dynamo.Clients;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.ChangeTracking;

/// <summary>What <c>Find</c> needs of its context's services.</summary>
/// <remarks>A scope's own, used by one operation at a time, like the context.</remarks>
internal sealed class FindClient(
    IDynamoClientSource clientSource,
    IDynamoSingletonOptions options,
    IConcurrencyDetector concurrencyDetector,
    ICoreSingletonOptions coreOptions,
    IQueryContextFactory queryContextFactory,
    IDiagnosticsLogger<DbLoggerCategory.Database.Command> logger,
    IDiagnosticsLogger<DbLoggerCategory.Query> queryLogger,
    IExceptionDetector exceptionDetector,
    ICurrentDbContext currentContext)
{
    /// <summary>Sends a request.</summary>
    /// <exception cref="InvalidOperationException">The table does not exist.</exception>
    public async ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await clientSource.Client.GetItemAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException exception)
        {
            Log(exception, cancellationToken);
            throw new InvalidOperationException(DynamoStrings.TableMissing(request.TableName), exception);
        }
        catch (Exception exception) when (Log(exception, cancellationToken))
        {
            throw;
        }
    }

    /// <summary>Sends a request and waits for the answer.</summary>
    /// <exception cref="InvalidOperationException">The table does not exist.</exception>
    public GetItemResponse GetItem(GetItemRequest request)
        => SynchronousWait.GetResult(GetItemAsync(request, CancellationToken.None), clientSource, logger);

    /// <summary>Whether reads are strongly consistent.</summary>
    public bool ConsistentRead => options.ConsistentRead;

    /// <summary>What a shaper runs in.</summary>
    public QueryContext CreateQueryContext() => queryContextFactory.Create();

    /// <summary>Guards the context against being used by two operations at once, as a query would.</summary>
    /// <returns>Null where the context's checks are off: a section that was never entered cannot be left.</returns>
    public ConcurrencyDetectorCriticalSectionDisposer? EnterCriticalSection()
        => coreOptions.AreThreadSafetyChecksEnabled ? concurrencyDetector.EnterCriticalSection() : null;

    // To EF a Find is a query, and its log says how it ended.
    private bool Log(Exception exception, CancellationToken cancellationToken)
    {
        var contextType = currentContext.Context.GetType();
        if (exceptionDetector.IsCancellation(exception, cancellationToken))
        {
            queryLogger.QueryCanceled(contextType);
        }
        else
        {
            queryLogger.QueryIterationFailed(contextType, exception);
        }

        return false;
    }
}
