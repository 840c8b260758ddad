using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>CreateTable on the wire.</summary>
internal sealed class CreateTableProtocol : IOperationProtocol<CreateTableRequest, CreateTableResponse>
{
    private static readonly string[] LaterMembers = ["GlobalTableSourceArn", "GlobalTableSettingsReplicationMode", "VectorIndexes"];

    public static string Name => "CreateTable";

    public static CreateTableRequest Read(ref RequestReader reader)
    {
        var request = new CreateTableRequest();
        while (reader.ReadMember())
        {
            if (reader.IsMember("TableName"u8))
            {
                request = request with { TableName = reader.ReadString() };
            }
            else if (reader.IsMember("AttributeDefinitions"u8))
            {
                request = request with { AttributeDefinitions = TableReader.ReadDefinitions(ref reader) };
            }
            else if (reader.IsMember("KeySchema"u8))
            {
                request = request with { KeySchema = TableReader.ReadKeySchema(ref reader, string.Empty) };
            }
            else if (reader.IsMember("LocalSecondaryIndexes"u8))
            {
                request = request with { LocalSecondaryIndexes = TableReader.ReadLocalIndexes(ref reader) };
            }
            else if (reader.IsMember("GlobalSecondaryIndexes"u8))
            {
                request = request with { GlobalSecondaryIndexes = TableReader.ReadGlobalIndexes(ref reader) };
            }
            else if (reader.IsMember("BillingMode"u8))
            {
                request = request with { BillingMode = reader.ReadEnum(WireEnums.BillingMode, "billingMode") };
            }
            else if (reader.IsMember("ProvisionedThroughput"u8))
            {
                request = request with { ProvisionedThroughput = TableReader.ReadThroughput(ref reader, string.Empty) };
            }
            else if (reader.IsMember("StreamSpecification"u8))
            {
                request = request with { StreamSpecification = StreamSpecificationReader.Read(ref reader) };
            }
            else
            {
                request = ReadSetting(ref reader, request);
            }
        }

        return request;
    }

    public static void Write(Utf8JsonWriter writer, CreateTableRequest request, CreateTableResponse response)
        => TableDescriptionWriter.Write(writer, "TableDescription", response.TableDescription);

    private static CreateTableRequest ReadSetting(ref RequestReader reader, CreateTableRequest request)
    {
        if (reader.IsMember("SSESpecification"u8))
        {
            return request with { SseSpecification = TableSettingsReader.ReadEncryption(ref reader) };
        }

        if (reader.IsMember("Tags"u8))
        {
            return request with { Tags = TagReader.Read(ref reader) };
        }

        if (reader.IsMember("TableClass"u8))
        {
            return request with { TableClass = reader.ReadEnum(WireEnums.TableClass, "tableClass") };
        }

        if (reader.IsMember("DeletionProtectionEnabled"u8))
        {
            return request with { DeletionProtectionEnabled = reader.ReadBoolean() };
        }

        if (reader.IsMember("WarmThroughput"u8))
        {
            return request with { WarmThroughput = TableSettingsReader.ReadWarmThroughput(ref reader) };
        }

        if (reader.IsMember("ResourcePolicy"u8))
        {
            return request with { ResourcePolicy = reader.ReadString() };
        }

        if (reader.IsMember("OnDemandThroughput"u8))
        {
            return request with { OnDemandThroughput = TableSettingsReader.ReadOnDemandThroughput(ref reader) };
        }

        TableSettingsReader.RefuseOrSkip(ref reader, LaterMembers);
        return request;
    }
}
