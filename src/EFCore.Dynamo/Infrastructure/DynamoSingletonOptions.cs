using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EFCore.Dynamo.Infrastructure;

/// <inheritdoc cref="IDynamoSingletonOptions" />
internal sealed class DynamoSingletonOptions : IDynamoSingletonOptions
{
    public ScanBehavior ScanBehavior { get; private set; }

    public int? MaxItemsRead { get; private set; }

    public bool ConsistentRead { get; private set; }

    public void Initialize(IDbContextOptions options)
    {
        if (options.FindExtension<DynamoOptionsExtension>() is { } extension)
        {
            ScanBehavior = extension.ScanBehavior;
            MaxItemsRead = extension.MaxItemsRead;
            ConsistentRead = extension.ConsistentRead;
        }
    }

    public void Validate(IDbContextOptions options)
    {
        if (options.FindExtension<DynamoOptionsExtension>() is { } extension
            && (ScanBehavior != extension.ScanBehavior || MaxItemsRead != extension.MaxItemsRead || ConsistentRead != extension.ConsistentRead))
        {
            throw new InvalidOperationException(DynamoStrings.SingletonOptionChanged);
        }
    }
}
