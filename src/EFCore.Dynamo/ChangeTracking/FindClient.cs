using EFCore.Dynamo.Infrastructure;
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
    IQueryContextFactory queryContextFactory)
{
    /// <summary>The context's client.</summary>
    public IDynamoClient Client => clientSource.Client;

    /// <summary>Whether reads are strongly consistent.</summary>
    public bool ConsistentRead => options.ConsistentRead;

    /// <summary>What a shaper runs in.</summary>
    public QueryContext CreateQueryContext() => queryContextFactory.Create();

    /// <summary>Guards the context against being used by two operations at once, as a query would.</summary>
    public ConcurrencyDetectorCriticalSectionDisposer EnterCriticalSection()
        => coreOptions.AreThreadSafetyChecksEnabled ? concurrencyDetector.EnterCriticalSection() : default;
}
