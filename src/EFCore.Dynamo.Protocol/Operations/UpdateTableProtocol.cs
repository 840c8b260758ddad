using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Protocol.Responses;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>UpdateTable on the wire.</summary>
internal sealed class UpdateTableProtocol : IOperationProtocol<UpdateTableRequest, UpdateTableResponse>
{
    private static readonly string[] LaterMembers =
        [
            "ReplicaUpdates",
            "MultiRegionConsistency",
            "GlobalTableWitnessUpdates",
            "GlobalTableSettingsReplicationMode",
            "VectorIndexUpdates",
            "DisassociationProtectionEnabled",
        ];

    public static string Name => "UpdateTable";

    public static UpdateTableRequest Read(ref RequestReader reader)
    {
        var request = new UpdateTableRequest();
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
            else if (reader.IsMember("BillingMode"u8))
            {
                request = request with { BillingMode = reader.ReadEnum(WireEnums.BillingMode, "billingMode") };
            }
            else if (reader.IsMember("ProvisionedThroughput"u8))
            {
                request = request with { ProvisionedThroughput = TableReader.ReadThroughput(ref reader, string.Empty) };
            }
            else if (reader.IsMember("GlobalSecondaryIndexUpdates"u8))
            {
                request = request with { GlobalSecondaryIndexUpdates = ReadUpdates(ref reader) };
            }
            else if (reader.IsMember("StreamSpecification"u8))
            {
                request = request with { StreamSpecification = StreamSpecificationReader.Read(ref reader) };
            }
            else if (reader.IsMember("SSESpecification"u8))
            {
                request = request with { SseSpecification = TableSettingsReader.ReadEncryption(ref reader) };
            }
            else if (reader.IsMember("TableClass"u8))
            {
                request = request with { TableClass = reader.ReadEnum(WireEnums.TableClass, "tableClass") };
            }
            else if (reader.IsMember("DeletionProtectionEnabled"u8))
            {
                request = request with { DeletionProtectionEnabled = reader.ReadBoolean() };
            }
            else if (reader.IsMember("OnDemandThroughput"u8))
            {
                request = request with { OnDemandThroughput = TableSettingsReader.ReadOnDemandThroughput(ref reader) };
            }
            else if (reader.IsMember("WarmThroughput"u8))
            {
                request = request with { WarmThroughput = TableSettingsReader.ReadWarmThroughput(ref reader) };
            }
            else
            {
                TableSettingsReader.RefuseOrSkip(ref reader, LaterMembers);
            }
        }

        return request;
    }

    public static void Write(Utf8JsonWriter writer, UpdateTableRequest request, UpdateTableResponse response)
        => TableDescriptionWriter.Write(writer, "TableDescription", response.TableDescription);

    private static List<GlobalSecondaryIndexUpdate>? ReadUpdates(ref RequestReader reader)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        var updates = new List<GlobalSecondaryIndexUpdate>();
        while (reader.ReadElement())
        {
            var update = new GlobalSecondaryIndexUpdate();
            var path = $"globalSecondaryIndexUpdates.{updates.Count + 1}.member.";
            if (reader.BeginStructure("GlobalSecondaryIndexUpdate", isElement: true))
            {
                while (reader.ReadMember())
                {
                    if (reader.IsMember("Update"u8))
                    {
                        update = update with { Update = ReadUpdate(ref reader, path + "update.") };
                    }
                    else if (reader.IsMember("Create"u8))
                    {
                        update = update with { Create = ReadCreate(ref reader, path + "create.") };
                    }
                    else if (reader.IsMember("Delete"u8))
                    {
                        update = update with { Delete = ReadDelete(ref reader) };
                    }
                    else
                    {
                        reader.Skip();
                    }
                }
            }

            updates.Add(update);
        }

        return updates;
    }

    private static UpdateGlobalSecondaryIndexAction? ReadUpdate(ref RequestReader reader, string path)
    {
        if (!reader.BeginStructure("UpdateGlobalSecondaryIndexAction"))
        {
            return null;
        }

        var action = new UpdateGlobalSecondaryIndexAction();
        while (reader.ReadMember())
        {
            if (reader.IsMember("IndexName"u8))
            {
                action = action with { IndexName = reader.ReadString() };
            }
            else if (reader.IsMember("ProvisionedThroughput"u8))
            {
                action = action with { ProvisionedThroughput = TableReader.ReadThroughput(ref reader, path) };
            }
            else if (reader.IsMember("OnDemandThroughput"u8))
            {
                action = action with { OnDemandThroughput = TableSettingsReader.ReadOnDemandThroughput(ref reader) };
            }
            else if (reader.IsMember("WarmThroughput"u8))
            {
                action = action with { WarmThroughput = TableSettingsReader.ReadWarmThroughput(ref reader) };
            }
            else
            {
                reader.Skip();
            }
        }

        return action;
    }

    private static CreateGlobalSecondaryIndexAction? ReadCreate(ref RequestReader reader, string path)
    {
        if (!reader.BeginStructure("CreateGlobalSecondaryIndexAction"))
        {
            return null;
        }

        var index = TableReader.ReadIndexMembers(ref reader, path);
        return new CreateGlobalSecondaryIndexAction
        {
            IndexName = index.IndexName,
            KeySchema = index.KeySchema,
            Projection = index.Projection,
            ProvisionedThroughput = index.ProvisionedThroughput,
            OnDemandThroughput = index.OnDemandThroughput,
            WarmThroughput = index.WarmThroughput,
        };
    }

    private static DeleteGlobalSecondaryIndexAction? ReadDelete(ref RequestReader reader)
    {
        if (!reader.BeginStructure("DeleteGlobalSecondaryIndexAction"))
        {
            return null;
        }

        var action = new DeleteGlobalSecondaryIndexAction();
        while (reader.ReadMember())
        {
            if (reader.IsMember("IndexName"u8))
            {
                action = action with { IndexName = reader.ReadString() };
            }
            else
            {
                reader.Skip();
            }
        }

        return action;
    }
}
