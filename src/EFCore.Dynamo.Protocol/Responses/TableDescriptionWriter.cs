using System.Text.Json;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Responses;

/// <summary>Writes a table as CreateTable, DescribeTable and DeleteTable show it.</summary>
internal static class TableDescriptionWriter
{
    public static void Write(Utf8JsonWriter writer, string memberName, TableDescription table)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(memberName);
        WriteDefinitions(writer, table.AttributeDefinitions);
        writer.WriteString("TableName"u8, table.TableName);
        if (table.KeySchema.Count > 0)
        {
            WriteKeySchema(writer, table.KeySchema);
        }

        writer.WriteString("TableStatus"u8, WireEnums.TableStatus.GetName(table.TableStatus));
        if (table.CreationDateTime != default)
        {
            WriteTime(writer, "CreationDateTime", table.CreationDateTime);
        }

        WriteThroughput(writer, table.ProvisionedThroughput);
        writer.WriteNumber("TableSizeBytes"u8, table.TableSizeBytes);
        writer.WriteNumber("ItemCount"u8, table.ItemCount);
        writer.WriteString("TableArn"u8, table.TableArn);
        writer.WriteString("TableId"u8, table.TableId);
        WriteBilling(writer, table);
        WriteLocalIndexes(writer, table.LocalSecondaryIndexes);
        WriteGlobalIndexes(writer, table.GlobalSecondaryIndexes);
        WriteStream(writer, table);
        TableSettingsWriter.Write(writer, table);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // DeleteTable shows neither definitions nor keys nor when the table was created.
    private static void WriteDefinitions(Utf8JsonWriter writer, IReadOnlyList<AttributeDefinition> definitions)
    {
        if (definitions.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("AttributeDefinitions"u8);
        foreach (var definition in definitions)
        {
            writer.WriteStartObject();
            writer.WriteString("AttributeName"u8, definition.AttributeName);
            writer.WriteString("AttributeType"u8, AttributeTypeNames.GetName(definition.AttributeType));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStream(Utf8JsonWriter writer, TableDescription table)
    {
        if (table.StreamSpecification is { } specification)
        {
            writer.WriteStartObject("StreamSpecification"u8);
            writer.WriteBoolean("StreamEnabled"u8, specification.StreamEnabled);
            if (specification.StreamViewType is { } viewType)
            {
                writer.WriteString("StreamViewType"u8, WireEnums.StreamViewType.GetName(viewType));
            }

            writer.WriteEndObject();
        }

        if (table.LatestStreamLabel is { } label)
        {
            writer.WriteString("LatestStreamLabel"u8, label);
        }

        if (table.LatestStreamArn is { } arn)
        {
            writer.WriteString("LatestStreamArn"u8, arn);
        }
    }

    private static void WriteBilling(Utf8JsonWriter writer, TableDescription table)
    {
        if (table.BillingModeSummary is not { } summary)
        {
            return;
        }

        writer.WriteStartObject("BillingModeSummary"u8);
        writer.WriteString("BillingMode"u8, WireEnums.BillingMode.GetName(summary.BillingMode));
        if (summary.LastUpdateToPayPerRequestDateTime is { } time)
        {
            WriteTime(writer, "LastUpdateToPayPerRequestDateTime", time);
        }

        writer.WriteEndObject();
    }

    private static void WriteLocalIndexes(Utf8JsonWriter writer, IReadOnlyList<LocalSecondaryIndexDescription>? indexes)
    {
        if (indexes is null)
        {
            return;
        }

        writer.WriteStartArray("LocalSecondaryIndexes"u8);
        foreach (var index in indexes)
        {
            writer.WriteStartObject();
            WriteIndex(writer, index.IndexName, index.KeySchema, index.Projection);
            WriteStatistics(writer, index.IndexSizeBytes, index.ItemCount, index.IndexArn);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteGlobalIndexes(Utf8JsonWriter writer, IReadOnlyList<GlobalSecondaryIndexDescription>? indexes)
    {
        if (indexes is null)
        {
            return;
        }

        writer.WriteStartArray("GlobalSecondaryIndexes"u8);
        foreach (var index in indexes)
        {
            writer.WriteStartObject();
            WriteIndex(writer, index.IndexName, index.KeySchema, index.Projection);
            writer.WriteString("IndexStatus"u8, WireEnums.IndexStatus.GetName(index.IndexStatus));
            if (index.Backfilling is { } isBackfilling)
            {
                writer.WriteBoolean("Backfilling"u8, isBackfilling);
            }

            WriteThroughput(writer, index.ProvisionedThroughput);
            WriteStatistics(writer, index.IndexSizeBytes, index.ItemCount, index.IndexArn);
            TableSettingsWriter.WriteOnDemandThroughput(writer, index.OnDemandThroughput);
            if (index.WarmThroughput is { } warm)
            {
                TableSettingsWriter.WriteWarmThroughput(writer, warm.ReadUnitsPerSecond, warm.WriteUnitsPerSecond, WireEnums.IndexStatus.GetName(warm.Status));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteIndex(Utf8JsonWriter writer, string indexName, IReadOnlyList<KeySchemaElement> keySchema, Projection projection)
    {
        writer.WriteString("IndexName"u8, indexName);
        WriteKeySchema(writer, keySchema);
        writer.WriteStartObject("Projection"u8);
        writer.WriteString("ProjectionType"u8, WireEnums.ProjectionType.GetName(projection.ProjectionType));
        if (projection.NonKeyAttributes is { } names)
        {
            writer.WriteStartArray("NonKeyAttributes"u8);
            foreach (var name in names)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteStatistics(Utf8JsonWriter writer, long sizeBytes, long itemCount, string arn)
    {
        writer.WriteNumber("IndexSizeBytes"u8, sizeBytes);
        writer.WriteNumber("ItemCount"u8, itemCount);
        writer.WriteString("IndexArn"u8, arn);
    }

    public static void WriteKeySchema(Utf8JsonWriter writer, IReadOnlyList<KeySchemaElement> keySchema)
    {
        writer.WriteStartArray("KeySchema"u8);
        foreach (var element in keySchema)
        {
            writer.WriteStartObject();
            writer.WriteString("AttributeName"u8, element.AttributeName);
            writer.WriteString("KeyType"u8, WireEnums.KeyType.GetName(element.KeyType));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteThroughput(Utf8JsonWriter writer, ProvisionedThroughputDescription throughput)
    {
        writer.WriteStartObject("ProvisionedThroughput"u8);
        if (throughput.LastIncreaseDateTime is { } increase)
        {
            WriteTime(writer, "LastIncreaseDateTime", increase);
        }

        if (throughput.LastDecreaseDateTime is { } decrease)
        {
            WriteTime(writer, "LastDecreaseDateTime", decrease);
        }

        writer.WriteNumber("NumberOfDecreasesToday"u8, throughput.NumberOfDecreasesToday);
        writer.WriteNumber("ReadCapacityUnits"u8, throughput.ReadCapacityUnits);
        writer.WriteNumber("WriteCapacityUnits"u8, throughput.WriteCapacityUnits);
        writer.WriteEndObject();
    }

    // Epoch seconds with milliseconds as the fraction; a decimal writes exactly those digits.
    public static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset time)
        => writer.WriteNumber(name, time.ToUnixTimeMilliseconds() / 1000m);
}
