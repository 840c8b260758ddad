using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>The request of UpdateTable to the SDK's types and back.</summary>
internal static class UpdateTableCodec
{
    public static Model.UpdateTableRequest ToSdk(UpdateTableRequest request) => new()
    {
        TableName = request.TableName,
        AttributeDefinitions = SchemaCodec.ToSdk(request.AttributeDefinitions),
        BillingMode = Enums.BillingMode.ToSdk(request.BillingMode),
        ProvisionedThroughput = ThroughputCodec.ToSdk(request.ProvisionedThroughput),
        GlobalSecondaryIndexUpdates = Collections.ToSdk(request.GlobalSecondaryIndexUpdates, ToSdk),
        StreamSpecification = TableOptionsCodec.ToSdk(request.StreamSpecification),
        SSESpecification = TableOptionsCodec.ToSdk(request.SseSpecification),
        TableClass = Enums.TableClass.ToSdk(request.TableClass),
        DeletionProtectionEnabled = request.DeletionProtectionEnabled,
        OnDemandThroughput = ThroughputCodec.ToSdk(request.OnDemandThroughput),
        WarmThroughput = ThroughputCodec.ToSdk(request.WarmThroughput),
    };

    public static UpdateTableRequest FromSdk(Model.UpdateTableRequest request)
    {
        Refusals.ThrowIfSet(request);
        return new UpdateTableRequest
        {
            TableName = request.TableName,
            AttributeDefinitions = SchemaCodec.FromSdk(request.AttributeDefinitions),
            BillingMode = Enums.BillingMode.FromRequest(request.BillingMode, "billingMode"),
            ProvisionedThroughput = ThroughputCodec.FromSdk(request.ProvisionedThroughput),
            GlobalSecondaryIndexUpdates = Collections.FromSdk(request.GlobalSecondaryIndexUpdates, FromSdk),
            StreamSpecification = TableOptionsCodec.FromSdk(request.StreamSpecification),
            SseSpecification = TableOptionsCodec.FromSdk(request.SSESpecification),
            TableClass = Enums.TableClass.FromRequest(request.TableClass, "tableClass"),
            DeletionProtectionEnabled = request.DeletionProtectionEnabled,
            OnDemandThroughput = ThroughputCodec.FromSdk(request.OnDemandThroughput),
            WarmThroughput = ThroughputCodec.FromSdk(request.WarmThroughput),
        };
    }

    private static Model.GlobalSecondaryIndexUpdate ToSdk(GlobalSecondaryIndexUpdate update) => new()
    {
        Update = update.Update is not { } change ? null : new Model.UpdateGlobalSecondaryIndexAction
        {
            IndexName = change.IndexName,
            ProvisionedThroughput = ThroughputCodec.ToSdk(change.ProvisionedThroughput),
            OnDemandThroughput = ThroughputCodec.ToSdk(change.OnDemandThroughput),
            WarmThroughput = ThroughputCodec.ToSdk(change.WarmThroughput),
        },
        Create = update.Create is not { } create ? null : new Model.CreateGlobalSecondaryIndexAction
        {
            IndexName = create.IndexName,
            KeySchema = SchemaCodec.ToSdk(create.KeySchema),
            Projection = SchemaCodec.ToSdk(create.Projection),
            ProvisionedThroughput = ThroughputCodec.ToSdk(create.ProvisionedThroughput),
            OnDemandThroughput = ThroughputCodec.ToSdk(create.OnDemandThroughput),
            WarmThroughput = ThroughputCodec.ToSdk(create.WarmThroughput),
        },
        Delete = update.Delete is { } delete ? new Model.DeleteGlobalSecondaryIndexAction { IndexName = delete.IndexName } : null,
    };

    private static GlobalSecondaryIndexUpdate FromSdk(Model.GlobalSecondaryIndexUpdate update, int position)
    {
        var parent = $"globalSecondaryIndexUpdates.{position + 1}.member.";
        return new GlobalSecondaryIndexUpdate
        {
            Update = update.Update is not { } change ? null : new UpdateGlobalSecondaryIndexAction
            {
                IndexName = change.IndexName,
                ProvisionedThroughput = ThroughputCodec.FromSdk(change.ProvisionedThroughput, parent + "update."),
                OnDemandThroughput = ThroughputCodec.FromSdk(change.OnDemandThroughput),
                WarmThroughput = ThroughputCodec.FromSdk(change.WarmThroughput),
            },
            Create = update.Create is not { } create ? null : new CreateGlobalSecondaryIndexAction
            {
                IndexName = create.IndexName,
                KeySchema = SchemaCodec.FromSdk(create.KeySchema, parent + "create."),
                Projection = SchemaCodec.FromSdk(create.Projection, parent + "create."),
                ProvisionedThroughput = ThroughputCodec.FromSdk(create.ProvisionedThroughput, parent + "create."),
                OnDemandThroughput = ThroughputCodec.FromSdk(create.OnDemandThroughput),
                WarmThroughput = ThroughputCodec.FromSdk(create.WarmThroughput),
            },
            Delete = update.Delete is { } delete ? new DeleteGlobalSecondaryIndexAction { IndexName = delete.IndexName } : null,
        };
    }
}
