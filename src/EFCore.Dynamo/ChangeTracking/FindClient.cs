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
    IStructuralTypeMaterializerSource materializerSource)
{
    /// <summary>The context's client.</summary>
    public IDynamoClient Client => clientSource.Client;

    /// <summary>Whether reads are strongly consistent.</summary>
    public bool ConsistentRead => options.ConsistentRead;

    /// <summary>EF's materializers.</summary>
    public IStructuralTypeMaterializerSource MaterializerSource { get; } = materializerSource;

    /// <summary>Guards the context against being used by two operations at once, as a query would.</summary>
    public ConcurrencyDetectorCriticalSectionDisposer EnterCriticalSection()
        => coreOptions.AreThreadSafetyChecksEnabled ? concurrencyDetector.EnterCriticalSection() : default;
}
