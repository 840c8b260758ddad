using System.Buffers.Binary;
using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Streams;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>CreateTable: takes ids for the table and its indexes, writes the definition and the counters. The table is active at once.</summary>
internal sealed class CreateTableOperation(EngineContext context, CreateTableRequest request) : IWriteOperation<OperationResult<CreateTableResponse>>
{
    /// <summary>The service's quota of an account in a region.</summary>
    private const int MaxTables = 2500;

    private TableSchema? _created;

    public static async ValueTask<OperationResult<CreateTableResponse>> ExecuteAsync(EngineContext context, CreateTableRequest request, CancellationToken cancellationToken)
    {
        if (CreateTableValidator.Validate(request) is { } error)
            return error;

        await context.Catalog.ChangeLock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (context.Catalog.Current.Names.Length >= MaxTables && context.FindTable(request.TableName!) is null) // required by CreateTableValidator
                return ServiceError.LimitExceeded(CreateTableTexts.TooManyTables);

            var operation = new CreateTableOperation(context, request);
            var result = await context.Store.WriteAsync(operation, cancellationToken).ConfigureAwait(false);
            if (result.Response is not null && operation._created is { } table)
                context.Catalog.Current = context.Catalog.Current.With(table);
            return result;
        }
        finally
        {
            context.Catalog.ChangeLock.Release();
        }
    }

    public OperationResult<CreateTableResponse> Execute(WriteTransaction transaction)
    {
        var name = request.TableName!; // required by CreateTableValidator
        Span<byte> buffer = stackalloc byte[CatalogKeys.MaxBytes];
        var key = CatalogKeys.WriteTable(buffer, name);
        if (transaction.TryGet(key, out _))
            return ServiceError.ResourceInUse(CreateTableTexts.TableExists(name));

        var nextId = transaction.TryGet(CatalogKeys.NextId, out var stored) ? BinaryPrimitives.ReadUInt32LittleEndian(stored) : 1;
        var document = CreateDocument(ref nextId);
        var table = new TableSchema(document with { Stream = StreamSwitch.Create(context, transaction, document, request.StreamSpecification) });
        StreamSwitch.Apply(transaction, before: null, table.Document.Stream);
        transaction.Put(key, TableCatalog.Serialize(table.Document));
        Span<byte> nextIdBytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(nextIdBytes, nextId);
        transaction.Put(CatalogKeys.NextId, nextIdBytes);
        Span<byte> statistics = stackalloc byte[TableStatistics.MaxBytes];
        TableStatistics.Create(table.Version, table.Indexes.Length, statistics).Write(transaction, table.Id);
        _created = table;
        return new CreateTableResponse(TableDescriber.Describe(table, transaction, context.Names, TableStatus.Active));
    }

    private TableDocument CreateDocument(ref uint nextId)
    {
        var tableId = nextId++;
        var indexes = new List<IndexDocument>();
        foreach (var index in request.LocalSecondaryIndexes ?? [])
            indexes.Add(new IndexDocument(nextId++, index.IndexName, IsGlobal: false, index.KeySchema, index.Projection, Throughput: null));
        foreach (var index in request.GlobalSecondaryIndexes ?? [])
            indexes.Add(new IndexDocument(nextId++, index.IndexName, IsGlobal: true, index.KeySchema, index.Projection, index.ProvisionedThroughput));

        return new TableDocument(
            tableId,
            Version: 1,
            request.TableName!, // required by CreateTableValidator
            Guid.NewGuid(),
            context.TimeProvider.GetUtcNow(),
            [.. request.AttributeDefinitions!], // required by CreateTableValidator
            [.. request.KeySchema!], // required by CreateTableValidator
            indexes,
            request.BillingMode ?? BillingMode.Provisioned,
            request.ProvisionedThroughput);
    }
}
