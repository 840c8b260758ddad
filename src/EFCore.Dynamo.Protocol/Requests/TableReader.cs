using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Protocol;

/// <summary>Reads the structures that describe a table's keys and indexes.</summary>
internal static class TableReader
{
    /// <param name="parent">The path in front of the schema, with its dot; empty at the top.</param>
    public static List<KeySchemaElement>? ReadKeySchema(ref RequestReader reader, string parent)
    {
        if (!reader.BeginList())
            return null;

        var schema = new List<KeySchemaElement>();
        while (reader.ReadElement())
        {
            var position = schema.Count + 1;
            string? name = null;
            KeyType? type = null;
            var hasType = false;
            if (reader.BeginStructure("KeySchemaElement", isElement: true))
            {
                while (reader.ReadMember())
                {
                    if (reader.IsMember("AttributeName"u8))
                    {
                        name = reader.ReadString();
                    }
                    else if (reader.IsMember("KeyType"u8))
                    {
                        type = reader.ReadEnum(WireEnums.KeyType, new MemberPath(parent + "keySchema", position, "keyType"));
                        hasType = true;
                    }
                    else
                    {
                        reader.Skip();
                    }
                }
            }

            reader.RequireMember(name is not null, new MemberPath(parent + "keySchema", position, "attributeName"));
            reader.RequireMember(hasType, new MemberPath(parent + "keySchema", position, "keyType"));
            schema.Add(new KeySchemaElement(name ?? string.Empty, type ?? default));
        }

        return schema;
    }

    public static List<LocalSecondaryIndex>? ReadLocalIndexes(ref RequestReader reader)
    {
        if (!reader.BeginList())
            return null;

        var indexes = new List<LocalSecondaryIndex>();
        while (reader.ReadElement())
        {
            var index = ReadIndex(ref reader, "LocalSecondaryIndex", $"localSecondaryIndexes.{indexes.Count + 1}.member.");
            indexes.Add(new LocalSecondaryIndex(index.IndexName, index.KeySchema, index.Projection));
        }

        return indexes;
    }

    public static List<GlobalSecondaryIndex>? ReadGlobalIndexes(ref RequestReader reader)
    {
        if (!reader.BeginList())
            return null;

        var indexes = new List<GlobalSecondaryIndex>();
        while (reader.ReadElement())
            indexes.Add(ReadIndex(ref reader, "GlobalSecondaryIndex", $"globalSecondaryIndexes.{indexes.Count + 1}.member."));
        return indexes;
    }

    /// <param name="parent">The path in front of the throughput, with its dot; empty at the top.</param>
    public static ProvisionedThroughput? ReadThroughput(ref RequestReader reader, string parent)
    {
        if (!reader.BeginStructure("ProvisionedThroughput"))
            return null;

        long? read = null;
        long? write = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("ReadCapacityUnits"u8))
                read = reader.ReadInt64();
            else if (reader.IsMember("WriteCapacityUnits"u8))
                write = reader.ReadInt64();
            else
                reader.Skip();
        }

        reader.RequireMember(write is not null, parent + "provisionedThroughput.writeCapacityUnits");
        reader.RequireMember(read is not null, parent + "provisionedThroughput.readCapacityUnits");
        return new ProvisionedThroughput(read ?? 1, write ?? 1);
    }

    // What is required and absent stays null in spite of the type: the validator reports it with the request's other violations.
    private static GlobalSecondaryIndex ReadIndex(ref RequestReader reader, string structure, string parent)
    {
        string? name = null;
        List<KeySchemaElement>? keySchema = null;
        Projection? projection = null;
        ProvisionedThroughput? throughput = null;
        if (reader.BeginStructure(structure, isElement: true))
        {
            while (reader.ReadMember())
            {
                if (reader.IsMember("IndexName"u8))
                    name = reader.ReadString();
                else if (reader.IsMember("KeySchema"u8))
                    keySchema = ReadKeySchema(ref reader, parent);
                else if (reader.IsMember("Projection"u8))
                    projection = ReadProjection(ref reader, parent);
                else if (reader.IsMember("ProvisionedThroughput"u8))
                    throughput = ReadThroughput(ref reader, parent);
                else if (reader.IsMember("OnDemandThroughput"u8))
                    reader.Refuse("OnDemandThroughput");
                else if (reader.IsMember("WarmThroughput"u8))
                    reader.Refuse("WarmThroughput");
                else
                    reader.Skip();
            }
        }

        return new GlobalSecondaryIndex(name!, keySchema!, projection!, throughput); // see above
    }

    private static Projection? ReadProjection(ref RequestReader reader, string parent)
    {
        if (!reader.BeginStructure("Projection"))
            return null;

        ProjectionType? type = null;
        List<string>? names = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("ProjectionType"u8))
                type = reader.ReadEnum(WireEnums.ProjectionType, parent + "projection.projectionType");
            else if (reader.IsMember("NonKeyAttributes"u8))
                names = reader.ReadStringList();
            else
                reader.Skip();
        }

        return new Projection(type ?? ProjectionType.All, names);
    }
}
