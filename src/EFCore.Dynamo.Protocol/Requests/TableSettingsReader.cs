using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Requests;

/// <summary>Reads what CreateTable and UpdateTable set besides keys and indexes.</summary>
internal static class TableSettingsReader
{
    public static SseSpecification? ReadEncryption(ref RequestReader reader)
    {
        if (!reader.BeginStructure("SSESpecification"))
        {
            return null;
        }

        var specification = new SseSpecification();
        while (reader.ReadMember())
        {
            if (reader.IsMember("Enabled"u8))
            {
                specification = specification with { Enabled = reader.ReadBoolean() };
            }
            else if (reader.IsMember("SSEType"u8))
            {
                specification = specification with { SseType = reader.ReadEnum(WireEnums.SseType, "sSESpecification.sSEType") };
            }
            else if (reader.IsMember("KMSMasterKeyId"u8))
            {
                specification = specification with { KmsMasterKeyId = reader.ReadString() };
            }
            else
            {
                reader.Skip();
            }
        }

        return specification;
    }

    public static OnDemandThroughput? ReadOnDemandThroughput(ref RequestReader reader)
    {
        if (!reader.BeginStructure("OnDemandThroughput"))
        {
            return null;
        }

        var throughput = new OnDemandThroughput();
        while (reader.ReadMember())
        {
            if (reader.IsMember("MaxReadRequestUnits"u8))
            {
                throughput = throughput with { MaxReadRequestUnits = reader.ReadInt64() };
            }
            else if (reader.IsMember("MaxWriteRequestUnits"u8))
            {
                throughput = throughput with { MaxWriteRequestUnits = reader.ReadInt64() };
            }
            else
            {
                reader.Skip();
            }
        }

        return throughput;
    }

    public static WarmThroughput? ReadWarmThroughput(ref RequestReader reader)
    {
        if (!reader.BeginStructure("WarmThroughput"))
        {
            return null;
        }

        var throughput = new WarmThroughput();
        while (reader.ReadMember())
        {
            if (reader.IsMember("ReadUnitsPerSecond"u8))
            {
                throughput = throughput with { ReadUnitsPerSecond = reader.ReadInt64() };
            }
            else if (reader.IsMember("WriteUnitsPerSecond"u8))
            {
                throughput = throughput with { WriteUnitsPerSecond = reader.ReadInt64() };
            }
            else
            {
                reader.Skip();
            }
        }

        return throughput;
    }

    /// <summary>Refuses a member that belongs to later work, by its name; leaves out one that the model does not know.</summary>
    public static void RefuseOrSkip(ref RequestReader reader, ReadOnlySpan<string> laterMembers)
    {
        foreach (var name in laterMembers)
        {
            if (reader.IsMember(name))
            {
                reader.Refuse(name);
                return;
            }
        }

        reader.Skip();
    }
}
