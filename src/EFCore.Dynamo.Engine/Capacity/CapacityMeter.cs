using EFCore.Dynamo.Engine.Diagnostics;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Operations;
using CapacityShare = EFCore.Dynamo.Operations.Capacity;

namespace EFCore.Dynamo.Engine.Capacity;

/// <summary>Adds up what one operation consumes of one table and its indexes.</summary>
/// <param name="table">The table.</param>
/// <param name="kind">What the response shows of it.</param>
/// <param name="requestedName">What the request called the table: the response calls it so too, by its Amazon resource name if need be. Null for its
/// name.</param>
internal sealed class CapacityMeter(TableSchema table, CapacityKind kind, string? requestedName = null) : ICapacitySink
{
    private readonly double[] _indexUnits = new double[table.Indexes.Length];

    private double _tableUnits;

    public TableSchema Table => table;

    public string TableName => requestedName ?? table.Name;

    public double Total => _tableUnits + Sum(_indexUnits);

    public void AddTable(double units) => _tableUnits += units;

    public void AddIndex(IndexSchema index, double units) => _indexUnits[index.Ordinal] += units;

    /// <summary>The response's part; null where the request did not ask for it.</summary>
    public ConsumedCapacity? ToConsumedCapacity(ReturnConsumedCapacity level)
    {
        EngineTelemetry.Operations.AddConsumedCapacity(table.Name, Total);
        return Create(level);
    }

    private ConsumedCapacity? Create(ReturnConsumedCapacity level) => level switch
    {
        ReturnConsumedCapacity.Total => CreateTotal(),
        ReturnConsumedCapacity.Indexes => CreateTotal() with
        {
            Table = CreateShare(_tableUnits),
            LocalSecondaryIndexes = CreateIndexShares(isGlobal: false),
            GlobalSecondaryIndexes = CreateIndexShares(isGlobal: true),
        },
        _ => null,
    };

    private ConsumedCapacity CreateTotal() => new()
    {
        TableName = TableName,
        CapacityUnits = Total,
        ReadCapacityUnits = kind == CapacityKind.TransactionalRead ? Total : null,
        WriteCapacityUnits = kind == CapacityKind.TransactionalWrite ? Total : null,
    };

    private CapacityShare CreateShare(double units) => new(
        units,
        kind == CapacityKind.TransactionalRead ? units : null,
        kind == CapacityKind.TransactionalWrite ? units : null);

    /// <summary>Only indexes that consumed anything are reported.</summary>
    private Dictionary<string, CapacityShare>? CreateIndexShares(bool isGlobal)
    {
        Dictionary<string, CapacityShare>? shares = null;
        foreach (var index in table.Indexes)
        {
            if (index.IsGlobal != isGlobal || _indexUnits[index.Ordinal] == 0)
            {
                continue;
            }

            shares ??= new Dictionary<string, CapacityShare>(StringComparer.Ordinal);
            shares.Add(index.Name, CreateShare(_indexUnits[index.Ordinal]));
        }

        return shares;
    }

    private static double Sum(double[] units)
    {
        var sum = 0.0;
        foreach (var value in units)
        {
            sum += value;
        }

        return sum;
    }
}
