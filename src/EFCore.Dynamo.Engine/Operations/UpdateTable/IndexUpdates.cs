using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Validation.Tables;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations.UpdateTable;

/// <summary>What UpdateTable does to a table's global secondary indexes: new throughput of any, one created or deleted.</summary>
/// <param name="request">The request, valid by itself.</param>
/// <param name="table">The table as it is, for the states of its indexes.</param>
/// <param name="ids">Gives the id of a new index.</param>
/// <param name="now">The moment of the change.</param>
/// <param name="statuses">Of the indexes that change.</param>
internal sealed class IndexUpdates(UpdateTableRequest request, TableSchema table, TableIds ids, DateTimeOffset now, StatusSpan statuses)
{
    /// <summary>Whether an id was taken.</summary>
    public bool HasCreated { get; private set; }

    public ServiceError? TryApply(ref TableDocument document)
    {
        foreach (var update in request.GlobalSecondaryIndexUpdates ?? [])
        {
            var error = update switch
            {
                { Update: { } change } => TryUpdate(change, ref document),
                { Create: { } creation } => TryCreate(creation, ref document),
                _ => TryDelete(update.Delete!.IndexName!, ref document), // exactly one is set, and named: the validator has seen to that
            };
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    private ServiceError? TryUpdate(UpdateGlobalSecondaryIndexAction change, ref TableDocument document)
    {
        var name = change.IndexName!; // required by the validator
        if (Find(document, name) is not { } index)
        {
            return NotFound(document, name);
        }

        if (ValidateSettled(name) is { } statusError)
        {
            return statusError;
        }

        if (ValidateThroughput(change.ProvisionedThroughput, change.OnDemandThroughput, change.WarmThroughput, document, index) is { } throughputError)
        {
            return throughputError;
        }

        var history = index.ThroughputHistory;
        if (change.ProvisionedThroughput is { } throughput
            && ThroughputChange.TryApply(index.Throughput, throughput, history, now, "index", " " + name, out history) is { } error)
        {
            return error;
        }

        var changed = index with
        {
            FormerThroughput = change.ProvisionedThroughput is null || index.Throughput is null
                ? null
                : new FormerThroughput(index.Throughput, index.ThroughputHistory),
            Throughput = change.ProvisionedThroughput ?? index.Throughput,
            ThroughputHistory = history,
            OnDemandThroughput = OnDemandThroughputRules.Merge(index.OnDemandThroughput, change.OnDemandThroughput),
            WarmThroughput = WarmThroughputRules.Merge(index.WarmThroughput, change.WarmThroughput),
            Pending = statuses.Of(IndexStatus.Updating),
        };
        document = document with { Indexes = [.. document.Indexes.Select(other => other.Id == index.Id ? changed : other)] };
        return null;
    }

    private ServiceError? TryCreate(CreateGlobalSecondaryIndexAction creation, ref TableDocument document)
    {
        var name = creation.IndexName!; // required by the validator, as are schema and projection
        if (document.Indexes.Any(index => string.Equals(index.Name, name, StringComparison.Ordinal)))
        {
            return ServiceError.Validation(UpdateTableTexts.IndexExists);
        }

        if (document.RemovedIndexes is { Count: > 0 } || document.Indexes.Any(static index => index.IsBuilding))
        {
            return ServiceError.LimitExceeded(UpdateTableTexts.OneIndexAtATime);
        }

        if (document.Indexes.Count(static index => index.IsGlobal) >= SecondaryIndexValidator.MaxGlobalIndexes)
        {
            return ServiceError.Validation(CreateTableTexts.TooManyGlobalIndexes);
        }

        var index = new IndexDocument(ids.Next(), name, IsGlobal: true, [.. creation.KeySchema!], creation.Projection!, creation.ProvisionedThroughput)
        {
            OnDemandThroughput = creation.OnDemandThroughput,
            WarmThroughput = creation.WarmThroughput,
            IsAddedLater = true,
            IsBuilding = true,
            Pending = statuses.Of(IndexStatus.Creating),
        };
        HasCreated = true;
        var before = document;
        document = document with { Indexes = [.. document.Indexes, index] };
        if (document.Indexes.Sum(static other => other.Projection.NonKeyAttributes?.Count ?? 0) > SecondaryIndexValidator.MaxProjectedAttributes)
        {
            return ServiceError.Validation(CreateTableTexts.TooManyProjectedAttributes);
        }

        if (document.BillingMode == BillingMode.Provisioned && creation.ProvisionedThroughput is null)
        {
            return ServiceError.Validation(CreateTableTexts.IndexThroughputRequired(name));
        }

        return ValidateThroughput(
            creation.ProvisionedThroughput, creation.OnDemandThroughput, creation.WarmThroughput, document, index with { WarmThroughput = null })
            ?? TryAddDefinitions(creation, before, ref document);
    }

    private ServiceError? TryDelete(string name, ref TableDocument document)
    {
        if (Find(document, name) is not { } index)
        {
            return NotFound(document, name);
        }

        if (document.RemovedIndexes is { Count: > 0 } || document.Indexes.Any(other => other.IsBuilding && other.Id != index.Id))
        {
            return ServiceError.LimitExceeded(UpdateTableTexts.OneIndexAtATime);
        }

        if (ValidateSettled(name) is { } statusError)
        {
            return statusError;
        }

        var remaining = document.Indexes.Where(other => other.Id != index.Id).ToList();
        document = document with
        {
            Indexes = remaining,
            RemovedIndexes = [index with { IsBuilding = false, Pending = statuses.Of(IndexStatus.Deleting) }],
            AttributeDefinitions = TableDocument.GetUsedDefinitions(document.AttributeDefinitions, document.KeySchema, remaining),
        };
        return null;
    }

    private static IndexDocument? Find(TableDocument document, string name)
        => document.Indexes.FirstOrDefault(index => index.IsGlobal && string.Equals(index.Name, name, StringComparison.Ordinal));

    private ServiceError NotFound(TableDocument document, string name)
        => (document.RemovedIndexes ?? []).Any(index => string.Equals(index.Name, name, StringComparison.Ordinal))
            ? ServiceError.ResourceInUse(ResourceTexts.IndexIsBeing("deleted", table.Name, name))
            : ServiceError.ResourceNotFound(ResourceTexts.NotFound);

    /// <summary>An index can be changed while items are added to it, but not while room is made for it or while it is being changed.</summary>
    private ServiceError? ValidateSettled(string name)
    {
        var index = table.FindIndex(name)!; // found in the document before
        return index.GetStatus(statuses.Since) switch
        {
            IndexStatus.Creating when !index.IsBackfilling(statuses.Since)
                => ServiceError.ResourceInUse(ResourceTexts.IndexIsBeing("created", table.Name, name)),
            IndexStatus.Updating => ServiceError.ResourceInUse(ResourceTexts.IndexIsBeing("updated", table.Name, name)),
            _ => null,
        };
    }

    private static ServiceError? ValidateThroughput(
        ProvisionedThroughput? throughput, OnDemandThroughput? onDemand, WarmThroughput? warm, TableDocument document, IndexDocument index)
    {
        if (document.BillingMode == BillingMode.PayPerRequest && throughput is not null)
        {
            return ServiceError.Validation(CreateTableTexts.ThroughputWithOnDemand);
        }

        return OnDemandThroughputRules.Validate(onDemand, document.BillingMode, $"index {index.Name}", isUpdate: true)
            ?? WarmThroughputRules.Validate(warm, index.WarmThroughput, throughput ?? index.Throughput, $"index {index.Name}");
    }

    /// <summary>Takes the definitions that the new index's key needs; others of the request change nothing, even where they contradict the table's.</summary>
    private ServiceError? TryAddDefinitions(CreateGlobalSecondaryIndexAction creation, TableDocument before, ref TableDocument document)
    {
        var definitions = document.AttributeDefinitions.ToList();
        foreach (var element in creation.KeySchema!) // required by the validator
        {
            var definition = request.AttributeDefinitions!.First(candidate => HasName(candidate, element)); // defined, the validator has seen to that
            var existing = definitions.Find(candidate => HasName(candidate, element));
            if (existing is null)
            {
                definitions.Add(definition);
            }
            else if (existing.AttributeType != definition.AttributeType)
            {
                var key = before.Indexes.Select(static index => index.KeySchema).Prepend(before.KeySchema).First(
                    schema => schema.Any(other => HasName(existing, other)));
                return ServiceError.Validation(UpdateTableTexts.AttributesRedefined(
                    key, before.AttributeDefinitions, creation.KeySchema!, request.AttributeDefinitions!));
            }
        }

        document = document with { AttributeDefinitions = definitions };
        return null;
    }

    private static bool HasName(AttributeDefinition definition, KeySchemaElement element)
        => string.Equals(definition.AttributeName, element.AttributeName, StringComparison.Ordinal);
}
