using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EFCore.Dynamo.Infrastructure;

/// <summary>The options that only this provider has; the argument of the action of <c>UseDynamo</c>.</summary>
public sealed class DynamoDbContextOptionsBuilder
{
    private readonly DbContextOptionsBuilder _optionsBuilder;

    internal DynamoDbContextOptionsBuilder(DbContextOptionsBuilder optionsBuilder) => _optionsBuilder = optionsBuilder;

    /// <summary>What happens to a query that no key or index can serve: it throws (the default), warns or runs.</summary>
    public DynamoDbContextOptionsBuilder ScanBehavior(ScanBehavior scanBehavior) => With(extension => extension.WithScanBehavior(scanBehavior));

    /// <summary>Stops any query that has read this many items, counted before filters, with an error.</summary>
    /// <param name="maxItemsRead">At least 1; null for no limit, the default.</param>
    public DynamoDbContextOptionsBuilder MaxItemsRead(int? maxItemsRead) => With(extension => extension.WithMaxItemsRead(maxItemsRead));

    /// <summary>Makes reads of tables and local secondary indexes strongly consistent unless a query says otherwise; on AWS they cost twice as much.</summary>
    public DynamoDbContextOptionsBuilder ConsistentRead(bool consistentRead = true) => With(extension => extension.WithConsistentRead(consistentRead));

    private DynamoDbContextOptionsBuilder With(Func<DynamoOptionsExtension, DynamoOptionsExtension> change)
    {
        var extension = _optionsBuilder.Options.FindExtension<DynamoOptionsExtension>() ?? new DynamoOptionsExtension();
        ((IDbContextOptionsBuilderInfrastructure)_optionsBuilder).AddOrUpdateExtension(change(extension));
        return this;
    }
}
