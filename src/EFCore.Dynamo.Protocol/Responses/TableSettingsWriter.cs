using System.Text.Json;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Responses;

/// <summary>Writes what a table has besides keys and indexes, each member only where it is set.</summary>
internal static class TableSettingsWriter
{
    public static void Write(Utf8JsonWriter writer, TableDescription table)
    {
        WriteEncryption(writer, table.SseDescription);
        if (table.TableClassSummary is { } tableClass)
        {
            writer.WriteStartObject("TableClassSummary"u8);
            writer.WriteString("TableClass"u8, WireEnums.TableClass.GetName(tableClass.TableClass));
            if (tableClass.LastUpdateDateTime is { } time)
            {
                TableDescriptionWriter.WriteTime(writer, "LastUpdateDateTime", time);
            }

            writer.WriteEndObject();
        }

        writer.WriteBoolean("DeletionProtectionEnabled"u8, table.DeletionProtectionEnabled);
        WriteOnDemandThroughput(writer, table.OnDemandThroughput);
        if (table.WarmThroughput is { } warm)
        {
            WriteWarmThroughput(writer, warm.ReadUnitsPerSecond, warm.WriteUnitsPerSecond, WireEnums.TableStatus.GetName(warm.Status));
        }
    }

    public static void WriteOnDemandThroughput(Utf8JsonWriter writer, OnDemandThroughput? throughput)
    {
        if (throughput is null)
        {
            return;
        }

        writer.WriteStartObject("OnDemandThroughput"u8);
        if (throughput.MaxReadRequestUnits is { } read)
        {
            writer.WriteNumber("MaxReadRequestUnits"u8, read);
        }

        if (throughput.MaxWriteRequestUnits is { } write)
        {
            writer.WriteNumber("MaxWriteRequestUnits"u8, write);
        }

        writer.WriteEndObject();
    }

    public static void WriteWarmThroughput(Utf8JsonWriter writer, long readUnitsPerSecond, long writeUnitsPerSecond, JsonEncodedText status)
    {
        writer.WriteStartObject("WarmThroughput"u8);
        writer.WriteNumber("ReadUnitsPerSecond"u8, readUnitsPerSecond);
        writer.WriteString("Status"u8, status);
        writer.WriteNumber("WriteUnitsPerSecond"u8, writeUnitsPerSecond);
        writer.WriteEndObject();
    }

    private static void WriteEncryption(Utf8JsonWriter writer, SseDescription? encryption)
    {
        if (encryption is null)
        {
            return;
        }

        writer.WriteStartObject("SSEDescription"u8);
        if (encryption.KmsMasterKeyArn is { } arn)
        {
            writer.WriteString("KMSMasterKeyArn"u8, arn);
        }

        writer.WriteString("SSEType"u8, WireEnums.SseType.GetName(encryption.SseType));
        writer.WriteString("Status"u8, WireEnums.SseStatus.GetName(encryption.Status));
        writer.WriteEndObject();
    }
}
