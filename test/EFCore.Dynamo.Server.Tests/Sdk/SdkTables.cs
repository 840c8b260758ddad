using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Server.Tests.Sdk;

/// <summary>Table requests and descriptions to the SDK's and back.</summary>
internal static class SdkTables
{
    public static Model.CreateTableRequest ToSdk(CreateTableRequest request) => new()
    {
        TableName = request.TableName,
        AttributeDefinitions = request.AttributeDefinitions?.Select(static definition => new Model.AttributeDefinition(definition.AttributeName, ToWire(definition.AttributeType))).ToList(),
        KeySchema = request.KeySchema is null ? null : ToSdk(request.KeySchema),
        BillingMode = request.BillingMode is { } mode ? SdkEnums.ToWire(mode) : null,
        ProvisionedThroughput = ToSdk(request.ProvisionedThroughput),
        LocalSecondaryIndexes = request.LocalSecondaryIndexes?.Select(static index => new Model.LocalSecondaryIndex
        {
            IndexName = index.IndexName,
            KeySchema = ToSdk(index.KeySchema),
            Projection = ToSdk(index.Projection),
        }).ToList(),
        GlobalSecondaryIndexes = request.GlobalSecondaryIndexes?.Select(static index => new Model.GlobalSecondaryIndex
        {
            IndexName = index.IndexName,
            KeySchema = ToSdk(index.KeySchema),
            Projection = ToSdk(index.Projection),
            ProvisionedThroughput = ToSdk(index.ProvisionedThroughput),
        }).ToList(),
    };

    public static TableDescription FromSdk(Model.TableDescription table) => new()
    {
        TableName = table.TableName,
        AttributeDefinitions = table.AttributeDefinitions.ConvertAll(static definition => new AttributeDefinition(definition.AttributeName, FromWire(definition.AttributeType.Value))),
        KeySchema = FromSdk(table.KeySchema),
        TableStatus = SdkEnums.FromWire<TableStatus>(table.TableStatus),
        CreationDateTime = new DateTimeOffset(table.CreationDateTime!.Value.ToUniversalTime()),
        ItemCount = table.ItemCount!.Value,
        TableSizeBytes = table.TableSizeBytes!.Value,
        TableArn = table.TableArn,
        TableId = table.TableId,
        BillingModeSummary = table.BillingModeSummary is { } billing ? new BillingModeSummary(SdkEnums.FromWire<BillingMode>(billing.BillingMode)) : null,
        ProvisionedThroughput = FromSdk(table.ProvisionedThroughput),
        LocalSecondaryIndexes = table.LocalSecondaryIndexes?.ConvertAll(static index => new LocalSecondaryIndexDescription(
            index.IndexName, FromSdk(index.KeySchema), FromSdk(index.Projection), index.IndexSizeBytes!.Value, index.ItemCount!.Value, index.IndexArn)),
        GlobalSecondaryIndexes = table.GlobalSecondaryIndexes?.ConvertAll(static index => new GlobalSecondaryIndexDescription(
            index.IndexName,
            FromSdk(index.KeySchema),
            FromSdk(index.Projection),
            SdkEnums.FromWire<IndexStatus>(index.IndexStatus),
            FromSdk(index.ProvisionedThroughput),
            index.IndexSizeBytes!.Value,
            index.ItemCount!.Value,
            index.IndexArn)),
    };

    private static List<Model.KeySchemaElement> ToSdk(IReadOnlyList<KeySchemaElement> schema)
        => schema.Select(static element => new Model.KeySchemaElement(element.AttributeName, element.KeyType == KeyType.PartitionKey ? "HASH" : "RANGE")).ToList();

    private static List<KeySchemaElement> FromSdk(List<Model.KeySchemaElement> schema)
        => schema.ConvertAll(static element => new KeySchemaElement(element.AttributeName, element.KeyType == Amazon.DynamoDBv2.KeyType.HASH ? KeyType.PartitionKey : KeyType.SortKey));

    private static Model.Projection? ToSdk(Projection? projection)
        => projection is null ? null : new() { ProjectionType = SdkEnums.ToWire(projection.ProjectionType), NonKeyAttributes = projection.NonKeyAttributes?.ToList() };

    private static Projection FromSdk(Model.Projection projection) => new(SdkEnums.FromWire<ProjectionType>(projection.ProjectionType), projection.NonKeyAttributes);

    private static Model.ProvisionedThroughput? ToSdk(ProvisionedThroughput? throughput)
        => throughput is null ? null : new(throughput.ReadCapacityUnits, throughput.WriteCapacityUnits);

    private static ProvisionedThroughputDescription FromSdk(Model.ProvisionedThroughputDescription throughput) => new(throughput.ReadCapacityUnits!.Value, throughput.WriteCapacityUnits!.Value);

    private static string ToWire(AttributeType type) => type switch
    {
        AttributeType.String => "S",
        AttributeType.Number => "N",
        AttributeType.Binary => "B",
        AttributeType.StringSet => "SS",
        AttributeType.Boolean => "BOOL",
        _ => "M",
    };

    private static AttributeType FromWire(string name) => name switch
    {
        "S" => AttributeType.String,
        "N" => AttributeType.Number,
        _ => AttributeType.Binary,
    };
}
