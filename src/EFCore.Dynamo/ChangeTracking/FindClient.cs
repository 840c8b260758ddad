using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Properties;
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
    /// <exception cref="InvalidOperationException">The table does not exist.</exception>
    public async ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await clientSource.Client.GetItemAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException exception)
        {
            throw new InvalidOperationException(DynamoStrings.TableMissing(request.TableName), exception);
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
    public ConcurrencyDetectorCriticalSectionDisposer EnterCriticalSection()
        => coreOptions.AreThreadSafetyChecksEnabled ? concurrencyDetector.EnterCriticalSection() : default;
}
