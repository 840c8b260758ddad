using System.Globalization;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EFCore.Dynamo.Infrastructure;

/// <summary>How EF caches service providers for, and logs, the options.</summary>
/// <remarks>
///     Neither the connection string nor the client is part of the hash: contexts on different databases share one service provider and one model.
/// </remarks>
internal sealed class DynamoOptionsExtensionInfo(DynamoOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
{
    private new DynamoOptionsExtension Extension => (DynamoOptionsExtension)base.Extension;

    public override bool IsDatabaseProvider => true;

    public override string LogFragment
        => field ??= Extension.ConnectionString is { } connectionString
            ? $"DynamoDB '{connectionString}' "
            : $"DynamoDB client '{Extension.Client?.GetType().Name}' ";

    public override int GetServiceProviderHashCode()
        => HashCode.Combine(Extension.ScanBehavior, Extension.MaxItemsRead, Extension.ConsistentRead);

    public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other)
        => other is DynamoOptionsExtensionInfo { Extension: var extension }
            && extension.ScanBehavior == Extension.ScanBehavior
            && extension.MaxItemsRead == Extension.MaxItemsRead
            && extension.ConsistentRead == Extension.ConsistentRead;

    public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
    {
        debugInfo["Dynamo:" + nameof(DynamoOptionsExtension.ScanBehavior)] = Extension.ScanBehavior.ToString();
        debugInfo["Dynamo:" + nameof(DynamoOptionsExtension.MaxItemsRead)] = Extension.MaxItemsRead?.ToString(CultureInfo.InvariantCulture) ?? "none";
        debugInfo["Dynamo:" + nameof(DynamoOptionsExtension.ConsistentRead)] = Extension.ConsistentRead.ToString();
    }
}
