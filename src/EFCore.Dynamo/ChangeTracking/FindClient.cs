using EFCore.Dynamo.Diagnostics;
using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.ChangeTracking;

/// <summary>What <c>Find</c> needs of its context's services.</summary>
/// <remarks>A scope's own, used by one operation at a time, like the context.</remarks>
internal sealed class FindClient(
    IDynamoClientSource clientSource,
    IDynamoSingletonOptions options,
    IConcurrencyDetector concurrencyDetector,
    ICoreSingletonOptions coreOptions,
    IQueryContextFactory queryContextFactory,
    IDiagnosticsLogger<DbLoggerCategory.Database.Command> logger)
{
    /// <summary>Sends a request.</summary>
    public ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken)
        => clientSource.Client.GetItemAsync(request, cancellationToken);

    /// <summary>Sends a request and waits for the answer.</summary>
    public GetItemResponse GetItem(GetItemRequest request)
    {
        var response = clientSource.Client.GetItemAsync(request);
        if (!response.IsCompleted && !clientSource.IsEmbedded)
        {
            logger.SyncOverAsync();
        }

        return SynchronousWait.GetResult(response);
    }

    /// <summary>Whether reads are strongly consistent.</summary>
    public bool ConsistentRead => options.ConsistentRead;

    /// <summary>What a shaper runs in.</summary>
    public QueryContext CreateQueryContext() => queryContextFactory.Create();

    /// <summary>Guards the context against being used by two operations at once, as a query would.</summary>
    public ConcurrencyDetectorCriticalSectionDisposer EnterCriticalSection()
        => coreOptions.AreThreadSafetyChecksEnabled ? concurrencyDetector.EnterCriticalSection() : default;
}
