using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>The request of CreateTable to the SDK's types and back.</summary>
internal static class CreateTableCodec
{
    public static Model.CreateTableRequest ToSdk(CreateTableRequest request) => new()
    {
        TableName = request.TableName,
        AttributeDefinitions = SchemaCodec.ToSdk(request.AttributeDefinitions),
        KeySchema = SchemaCodec.ToSdk(request.KeySchema),
        LocalSecondaryIndexes = Collections.ToSdk(request.LocalSecondaryIndexes, ToSdk),
        GlobalSecondaryIndexes = Collections.ToSdk(request.GlobalSecondaryIndexes, ToSdk),
        BillingMode = Enums.BillingMode.ToSdk(request.BillingMode),
        ProvisionedThroughput = ThroughputCodec.ToSdk(request.ProvisionedThroughput),
        StreamSpecification = TableOptionsCodec.ToSdk(request.StreamSpecification),
        SSESpecification = TableOptionsCodec.ToSdk(request.SseSpecification),
        Tags = TableOptionsCodec.ToSdk(request.Tags),
        TableClass = Enums.TableClass.ToSdk(request.TableClass),
        DeletionProtectionEnabled = request.DeletionProtectionEnabled,
        WarmThroughput = ThroughputCodec.ToSdk(request.WarmThroughput),
        ResourcePolicy = request.ResourcePolicy,
        OnDemandThroughput = ThroughputCodec.ToSdk(request.OnDemandThroughput),
    };

    public static CreateTableRequest FromSdk(Model.CreateTableRequest request)
    {
        Refusals.ThrowIfSet(request);
        return new CreateTableRequest
        {
            TableName = request.TableName,
            AttributeDefinitions = SchemaCodec.FromSdk(request.AttributeDefinitions),
            KeySchema = SchemaCodec.FromSdk(request.KeySchema),
            LocalSecondaryIndexes = Collections.FromSdk(request.LocalSecondaryIndexes, FromSdk),
            GlobalSecondaryIndexes = Collections.FromSdk(request.GlobalSecondaryIndexes, FromSdk),
            BillingMode = Enums.BillingMode.FromRequest(request.BillingMode, "billingMode"),
            ProvisionedThroughput = ThroughputCodec.FromSdk(request.ProvisionedThroughput),
            StreamSpecification = TableOptionsCodec.FromSdk(request.StreamSpecification),
            SseSpecification = TableOptionsCodec.FromSdk(request.SSESpecification),
            Tags = TableOptionsCodec.FromSdk(request.Tags),
            TableClass = Enums.TableClass.FromRequest(request.TableClass, "tableClass"),
            DeletionProtectionEnabled = request.DeletionProtectionEnabled,
            WarmThroughput = ThroughputCodec.FromSdk(request.WarmThroughput),
            ResourcePolicy = request.ResourcePolicy,
            OnDemandThroughput = ThroughputCodec.FromSdk(request.OnDemandThroughput),
        };
    }

    private static Model.LocalSecondaryIndex ToSdk(LocalSecondaryIndex index) => new()
    {
        IndexName = index.IndexName,
        KeySchema = SchemaCodec.ToSdk(index.KeySchema),
        Projection = SchemaCodec.ToSdk(index.Projection),
    };

    // What is required and absent stays null in spite of the type: the validator reports it with the request's other violations.
    private static LocalSecondaryIndex FromSdk(Model.LocalSecondaryIndex index, int position)
    {
        var parent = $"localSecondaryIndexes.{position + 1}.member.";
        return new LocalSecondaryIndex(
            index.IndexName, SchemaCodec.FromSdk(index.KeySchema, parent)!, SchemaCodec.FromSdk(index.Projection, parent)!); // see above
    }

    private static Model.GlobalSecondaryIndex ToSdk(GlobalSecondaryIndex index) => new()
    {
        IndexName = index.IndexName,
        KeySchema = SchemaCodec.ToSdk(index.KeySchema),
        Projection = SchemaCodec.ToSdk(index.Projection),
        ProvisionedThroughput = ThroughputCodec.ToSdk(index.ProvisionedThroughput),
        OnDemandThroughput = ThroughputCodec.ToSdk(index.OnDemandThroughput),
        WarmThroughput = ThroughputCodec.ToSdk(index.WarmThroughput),
    };

    private static GlobalSecondaryIndex FromSdk(Model.GlobalSecondaryIndex index, int position)
    {
        var parent = $"globalSecondaryIndexes.{position + 1}.member.";
        return new GlobalSecondaryIndex(
            index.IndexName,
            SchemaCodec.FromSdk(index.KeySchema, parent)!, // see above
            SchemaCodec.FromSdk(index.Projection, parent)!,
            ThroughputCodec.FromSdk(index.ProvisionedThroughput, parent),
            ThroughputCodec.FromSdk(index.OnDemandThroughput),
            ThroughputCodec.FromSdk(index.WarmThroughput));
    }
}
