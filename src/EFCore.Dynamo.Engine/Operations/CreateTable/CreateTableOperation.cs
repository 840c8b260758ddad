using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Operations.ResourcePolicies;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Validation.Tables;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations.CreateTable;

/// <summary>CreateTable: takes ids for the table and its indexes, writes the definition and the counters.</summary>
internal sealed class CreateTableOperation(EngineContext context, CreateTableRequest request) : IWriteOperation<OperationResult<CreateTableResponse>>
{
    /// <summary>The service's quota of an account in a region.</summary>
    private const int MaxTables = 2500;

    private TableSchema? _created;

    public static async ValueTask<OperationResult<CreateTableResponse>> ExecuteAsync(
        EngineContext context, CreateTableRequest request, CancellationToken cancellationToken)
    {
        if (CreateTableValidator.Validate(request) is { } error)
        {
            return error;
        }

        if (TableArn.TryParse(request.TableName!, out var arn)) // required by CreateTableValidator
        {
            if (!context.Names.IsOurs(arn))
            {
                return context.DefinitionNotFound(request.TableName!, "CreateTable");
            }

            request = request with { TableName = arn.TableName };
        }

        await context.Catalog.ChangeLock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await CreateAsync(context, request, cancellationToken).ConfigureAwait(false);
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
        if (transaction.TryGet(CatalogKeys.WriteTable(buffer, name), out _))
        {
            return ServiceError.ResourceInUse(CreateTableTexts.TableExists(name));
        }

        var ids = TableIds.Read(transaction);
        var document = CreateDocument(ids);
        document = document with { Stream = StreamSwitch.Create(context, transaction, document, request.StreamSpecification) };
        StreamSwitch.Apply(transaction, before: null, document.Stream);
        ids.Write(transaction);
        _created = DefinitionWrite.Create(transaction, context.Catalog, document.Settle(context.SteadyTime.GetUtcNow()));
        return new CreateTableResponse(TableDescriber.DescribeCreated(context, document, transaction));
    }

    private static async ValueTask<OperationResult<CreateTableResponse>> CreateAsync(
        EngineContext context, CreateTableRequest request, CancellationToken cancellationToken)
    {
        var existing = context.Catalog.Current.Find(request.TableName!); // required by CreateTableValidator
        if (existing is not null && existing.GetStatus(context.SteadyTime.GetUtcNow()) is null)
        {
            await TableRemoval.ApplyAsync(context, existing, cancellationToken).ConfigureAwait(false);
            existing = null;
        }

        if (existing is null && context.Catalog.Current.Names.Length >= MaxTables)
        {
            return ServiceError.LimitExceeded(CreateTableTexts.TooManyTables);
        }

        var operation = new CreateTableOperation(context, request);
        var result = await context.Store.WriteAsync(operation, cancellationToken).ConfigureAwait(false);
        if (result.Response is not null && operation._created is { } table)
        {
            context.Catalog.Current = context.Catalog.Current.With(table);
        }

        return result;
    }

    private TableDocument CreateDocument(TableIds ids)
    {
        var now = context.TimeProvider.GetUtcNow();
        var statuses = context.BeginStatuses();
        var billingMode = request.BillingMode ?? BillingMode.Provisioned;
        return new TableDocument(
            ids.Next(),
            Version: 1,
            request.TableName!, // required by CreateTableValidator
            Guid.NewGuid(),
            now,
            [.. request.AttributeDefinitions!], // required by CreateTableValidator
            [.. request.KeySchema!], // required by CreateTableValidator
            CreateIndexes(ids, statuses),
            billingMode,
            request.ProvisionedThroughput)
        {
            LastOnDemandDateTime = billingMode == BillingMode.PayPerRequest ? now : null,
            OnDemandThroughput = OnDemandThroughputRules.ToStored(request.OnDemandThroughput),
            WarmThroughput = request.WarmThroughput,
            Encryption = EncryptionRules.ToDescription(request.SseSpecification, context.Names),
            TableClass = request.TableClass is { } tableClass ? new TableClassSummary(tableClass) : null,
            DeletionProtectionEnabled = request.DeletionProtectionEnabled ?? false,
            Tags = request.Tags is { Count: > 0 } tags ? [.. tags] : null,
            ResourcePolicy = request.ResourcePolicy is { } policy ? PolicyResource.CreateDocument(PolicyRules.GetCanonical(policy), now, before: null) : null,
            Pending = statuses.Of(TableStatus.Creating),
        };
    }

    private List<IndexDocument> CreateIndexes(TableIds ids, StatusSpan statuses)
    {
        var indexes = new List<IndexDocument>();
        foreach (var index in request.LocalSecondaryIndexes ?? [])
        {
            indexes.Add(new IndexDocument(ids.Next(), index.IndexName, IsGlobal: false, index.KeySchema, index.Projection, Throughput: null));
        }

        foreach (var index in request.GlobalSecondaryIndexes ?? [])
        {
            indexes.Add(new IndexDocument(ids.Next(), index.IndexName, IsGlobal: true, index.KeySchema, index.Projection, index.ProvisionedThroughput)
            {
                OnDemandThroughput = OnDemandThroughputRules.ToStored(index.OnDemandThroughput),
                WarmThroughput = index.WarmThroughput,
                Pending = statuses.Of(IndexStatus.Creating),
            });
        }

        return indexes;
    }
}
