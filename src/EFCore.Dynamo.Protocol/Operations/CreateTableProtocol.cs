using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Protocol;

/// <summary>CreateTable on the wire.</summary>
internal sealed class CreateTableProtocol : IOperationProtocol<CreateTableRequest, CreateTableResponse>
{
    // A member with one of these values means what its absence means.
    private static readonly WireEnum<NoValue> DefaultTableClass = new((NoValue.Default, "STANDARD"), (NoValue.Other, "STANDARD_INFREQUENT_ACCESS"));

    private enum NoValue
    {
        Default,
        Other,
    }

    public static string Name => "CreateTable";

    public static CreateTableRequest Read(ref RequestReader reader)
    {
        var request = new CreateTableRequest();
        while (reader.ReadMember())
        {
            if (reader.IsMember("TableName"u8))
                request = request with { TableName = reader.ReadString() };
            else if (reader.IsMember("AttributeDefinitions"u8))
                request = request with { AttributeDefinitions = ReadDefinitions(ref reader) };
            else if (reader.IsMember("KeySchema"u8))
                request = request with { KeySchema = TableReader.ReadKeySchema(ref reader, string.Empty) };
            else if (reader.IsMember("LocalSecondaryIndexes"u8))
                request = request with { LocalSecondaryIndexes = TableReader.ReadLocalIndexes(ref reader) };
            else if (reader.IsMember("GlobalSecondaryIndexes"u8))
                request = request with { GlobalSecondaryIndexes = TableReader.ReadGlobalIndexes(ref reader) };
            else if (reader.IsMember("BillingMode"u8))
                request = request with { BillingMode = reader.ReadEnum(WireEnums.BillingMode, "billingMode") };
            else if (reader.IsMember("ProvisionedThroughput"u8))
                request = request with { ProvisionedThroughput = TableReader.ReadThroughput(ref reader, string.Empty) };
            else if (reader.IsMember("StreamSpecification"u8))
                request = request with { StreamSpecification = StreamSpecificationReader.Read(ref reader) };
            else
                ReadOther(ref reader);
        }

        return request;
    }

    public static void Write(Utf8JsonWriter writer, CreateTableRequest request, CreateTableResponse response)
        => TableDescriptionWriter.Write(writer, "TableDescription", response.TableDescription);

    private static List<AttributeDefinition>? ReadDefinitions(ref RequestReader reader)
    {
        if (!reader.BeginList())
            return null;

        var definitions = new List<AttributeDefinition>();
        while (reader.ReadElement())
        {
            var position = definitions.Count + 1;
            string? name = null;
            Values.AttributeType? type = null;
            var hasType = false;
            if (reader.BeginStructure("AttributeDefinition", isElement: true))
            {
                while (reader.ReadMember())
                {
                    if (reader.IsMember("AttributeName"u8))
                    {
                        name = reader.ReadString();
                    }
                    else if (reader.IsMember("AttributeType"u8))
                    {
                        type = reader.ReadEnum(WireEnums.KeyAttributeType, new MemberPath("attributeDefinitions", position, "attributeType"));
                        hasType = true;
                    }
                    else
                    {
                        reader.Skip();
                    }
                }
            }

            reader.RequireMember(name is not null, new MemberPath("attributeDefinitions", position, "attributeName"));
            reader.RequireMember(hasType, new MemberPath("attributeDefinitions", position, "attributeType"));
            definitions.Add(new AttributeDefinition(name ?? string.Empty, type ?? Values.AttributeType.String));
        }

        return definitions;
    }

    private static void ReadOther(ref RequestReader reader)
    {
        if (reader.IsMember("SSESpecification"u8))
            ReadSwitch(ref reader, "SSESpecification", "Enabled"u8);
        else if (reader.IsMember("DeletionProtectionEnabled"u8))
            reader.RefuseUnless("DeletionProtectionEnabled", reader.ReadBoolean() is null or false);
        else if (reader.IsMember("TableClass"u8))
            reader.RefuseUnless("TableClass", reader.ReadEnum(DefaultTableClass, "tableClass") is null or NoValue.Default);
        else
            RefuseKnown(ref reader);
    }

    private static void RefuseKnown(ref RequestReader reader)
    {
        foreach (var name in (ReadOnlySpan<string>)
            ["Tags", "WarmThroughput", "OnDemandThroughput", "ResourcePolicy", "GlobalTableSourceArn", "GlobalTableSettingsReplicationMode", "VectorIndexes"])
        {
            if (reader.IsMember(name))
            {
                reader.Refuse(name);
                return;
            }
        }

        reader.Skip();
    }

    /// <summary>A structure that may be there as long as it switches nothing on.</summary>
    private static void ReadSwitch(ref RequestReader reader, string name, ReadOnlySpan<byte> switchName)
    {
        if (!reader.BeginStructure(name))
            return;

        var isOn = false;
        while (reader.ReadMember())
        {
            if (reader.IsMember(switchName))
                isOn = reader.ReadBoolean() ?? false;
            else
                reader.Skip();
        }

        reader.RefuseUnless(name, !isOn);
    }
}
