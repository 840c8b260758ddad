using EFCore.Dynamo.Engine.Capacity;
using EFCore.Dynamo.Engine.Effects.Indexes;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Writing;

/// <summary>The writes of one batch or transaction, of distinct items in any number of tables, and the counters of those tables.</summary>
internal sealed class WriteGroup
{
    private readonly List<TableSchema> _tables = [];
    private readonly List<byte[]> _statistics = [];
    private readonly IReadOnlyDictionary<TableSchema, string>? _requestedNames;

    /// <param name="writes">In the order of the request.</param>
    /// <param name="requestedNames">The tables that the request calls otherwise than by their names, if there are any: the response calls them so too.</param>
    public WriteGroup(IReadOnlyList<ItemWrite> writes, IReadOnlyDictionary<TableSchema, string>? requestedNames = null)
    {
        Writes = writes;
        _requestedNames = requestedNames;
        foreach (var write in writes)
        {
            if (!_tables.Contains(write.Table))
            {
                _tables.Add(write.Table);
            }
        }
    }

    /// <summary>In the order of the request.</summary>
    public IReadOnlyList<ItemWrite> Writes { get; }

    /// <summary>Reads the counters and compares the versions, before the first write.</summary>
    public ServiceError? Begin(WriteTransaction transaction, out bool isStale)
    {
        isStale = false;
        _statistics.Clear();
        foreach (var table in _tables)
        {
            var buffer = new byte[TableStatistics.MaxBytes];
            if (!TableStatistics.TryRead(transaction, table.Id, buffer, out var statistics))
            {
                return ServiceError.ResourceNotFound(ResourceTexts.NotFound);
            }

            isStale |= statistics.Version != table.Version;
            _statistics.Add(buffer);
        }

        return null;
    }

    /// <summary>Writes what all have decided.</summary>
    public void Apply(WriteTransaction transaction)
    {
        for (var i = 0; i < _tables.Count; i++)
        {
            var table = _tables[i];
            var statistics = TableStatistics.Over(_statistics[i], table.Indexes.Length);
            var isChanged = false;
            foreach (var write in Writes)
            {
                if (ReferenceEquals(write.Table, table))
                {
                    isChanged |= write.Apply(transaction, statistics);
                }
            }

            if (isChanged)
            {
                statistics.Write(transaction, table.Id);
            }
        }
    }

    /// <summary>One entry a table; null where the request did not ask for it.</summary>
    public List<ConsumedCapacity>? GetWriteCapacity(ReturnConsumedCapacity level, bool isTransactional)
    {
        if (level == ReturnConsumedCapacity.None)
        {
            return null;
        }

        var capacities = new List<ConsumedCapacity>(_tables.Count);
        foreach (var table in _tables)
        {
            var meter = new CapacityMeter(table, isTransactional ? CapacityKind.TransactionalWrite : CapacityKind.Plain, GetRequestedName(table));
            foreach (var write in Writes)
            {
                if (ReferenceEquals(write.Table, table))
                {
                    write.AddCapacity(meter, isTransactional);
                }
            }

            if (meter.ToConsumedCapacity(level) is { } capacity)
            {
                capacities.Add(capacity);
            }
        }

        return capacities;
    }

    /// <summary>What each write is charged by, in the order of the request: kept with a token, for its repeats.</summary>
    public int[] GetChargedSizes()
    {
        var sizes = new int[Writes.Count];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = Writes[i].ChargedSizeBytes;
        }

        return sizes;
    }

    /// <summary>What a repeated transaction consumes: it reads the images that the first one was charged by.</summary>
    public List<ConsumedCapacity>? GetReplayCapacity(int[] chargedSizes, ReturnConsumedCapacity level)
    {
        if (level == ReturnConsumedCapacity.None)
        {
            return null;
        }

        var capacities = new List<ConsumedCapacity>(_tables.Count);
        foreach (var table in _tables)
        {
            var meter = new CapacityMeter(table, CapacityKind.TransactionalRead, GetRequestedName(table));
            for (var i = 0; i < Writes.Count; i++)
            {
                if (ReferenceEquals(Writes[i].Table, table))
                {
                    meter.AddTable(CapacityUnits.Read(chargedSizes[i], ReadMode.Transactional));
                }
            }

            if (meter.ToConsumedCapacity(level) is { } capacity)
            {
                capacities.Add(capacity);
            }
        }

        return capacities;
    }

    /// <summary>By table, the item collections written; null where the request did not ask, or no table has local secondary indexes.</summary>
    public Dictionary<string, IReadOnlyList<ItemCollectionMetrics>>? GetMetrics(TransactionView transaction, ReturnItemCollectionMetrics level)
    {
        if (level == ReturnItemCollectionMetrics.None)
        {
            return null;
        }

        Dictionary<string, IReadOnlyList<ItemCollectionMetrics>>? metrics = null;
        foreach (var table in _tables)
        {
            if (!table.HasLocalIndexes)
            {
                continue;
            }

            var ofTable = new List<ItemCollectionMetrics>();
            foreach (var write in Writes)
            {
                if (ReferenceEquals(write.Table, table) && write is not CheckWrite)
                {
                    ofTable.Add(ItemCollectionSizes.GetMetrics(transaction, table, write.Key.Span));
                }
            }

            (metrics ??= new Dictionary<string, IReadOnlyList<ItemCollectionMetrics>>(StringComparer.Ordinal))
                .Add(GetRequestedName(table), ofTable.DistinctBy(static collection => collection.ItemCollectionKey).ToList());
        }

        return metrics;
    }

    /// <summary>Keeps what a request calls a table, where that is not its name.</summary>
    public static void AddRequestedName(string requestedName, TableSchema table, ref Dictionary<TableSchema, string>? requestedNames)
    {
        if (!string.Equals(requestedName, table.Name, StringComparison.Ordinal))
        {
            (requestedNames ??= []).TryAdd(table, requestedName);
        }
    }

    private string GetRequestedName(TableSchema table) => _requestedNames?.GetValueOrDefault(table) ?? table.Name;
}
