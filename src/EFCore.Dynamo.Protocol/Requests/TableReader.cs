using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Requests;

/// <summary>Reads the structures that describe a table's keys and indexes.</summary>
internal static class TableReader
{
    // A projection without a type is refused with the rules of indexes, not with the model's constraints.
    private const ProjectionType UnknownProjectionType = (ProjectionType)(-1);

    public static List<AttributeDefinition>? ReadDefinitions(ref RequestReader reader)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        var definitions = new List<AttributeDefinition>();
        while (reader.ReadElement())
        {
            var position = definitions.Count + 1;
            string? name = null;
            EFCore.Dynamo.Values.AttributeType? type = null;
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
                        type = reader.ReadEnum(AttributeTypeNames.OfKeys, new MemberPath("attributeDefinitions", position, "attributeType"));
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
            definitions.Add(new AttributeDefinition(name ?? string.Empty, type ?? EFCore.Dynamo.Values.AttributeType.String));
        }

        return definitions;
    }

    /// <param name="parent">The path in front of the schema, with its dot; empty at the top.</param>
    public static List<KeySchemaElement>? ReadKeySchema(ref RequestReader reader, string parent)
    {
        if (!reader.BeginList())
        {
            return null;
        }

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
        {
            return null;
        }

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
        {
            return null;
        }

        var indexes = new List<GlobalSecondaryIndex>();
        while (reader.ReadElement())
        {
            indexes.Add(ReadIndex(ref reader, "GlobalSecondaryIndex", $"globalSecondaryIndexes.{indexes.Count + 1}.member."));
        }

        return indexes;
    }

    /// <param name="parent">The path in front of the throughput, with its dot; empty at the top.</param>
    public static ProvisionedThroughput? ReadThroughput(ref RequestReader reader, string parent)
    {
        if (!reader.BeginStructure("ProvisionedThroughput"))
        {
            return null;
        }

        long? read = null;
        long? write = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("ReadCapacityUnits"u8))
            {
                read = reader.ReadInt64();
            }
            else if (reader.IsMember("WriteCapacityUnits"u8))
            {
                write = reader.ReadInt64();
            }
            else
            {
                reader.Skip();
            }
        }

        reader.RequireMember(write is not null, parent + "provisionedThroughput.writeCapacityUnits");
        reader.RequireMember(read is not null, parent + "provisionedThroughput.readCapacityUnits");
        return new ProvisionedThroughput(read ?? 1, write ?? 1);
    }

    /// <summary>The members of an index whose structure has begun.</summary>
    /// <remarks>What is required and absent stays null in spite of the type: the validator reports it with the request's other violations.</remarks>
    /// <param name="parent">The path in front of the members, with its dot.</param>
    public static GlobalSecondaryIndex ReadIndexMembers(ref RequestReader reader, string parent)
    {
        var index = new GlobalSecondaryIndex(null!, null!, null!); // see above
        while (reader.ReadMember())
        {
            if (reader.IsMember("IndexName"u8))
            {
                index = index with { IndexName = reader.ReadString()! }; // may be null, see above
            }
            else if (reader.IsMember("KeySchema"u8))
            {
                index = index with { KeySchema = ReadKeySchema(ref reader, parent)! }; // see above
            }
            else if (reader.IsMember("Projection"u8))
            {
                index = index with { Projection = ReadProjection(ref reader, parent)! }; // see above
            }
            else if (reader.IsMember("ProvisionedThroughput"u8))
            {
                index = index with { ProvisionedThroughput = ReadThroughput(ref reader, parent) };
            }
            else if (reader.IsMember("OnDemandThroughput"u8))
            {
                index = index with { OnDemandThroughput = TableSettingsReader.ReadOnDemandThroughput(ref reader) };
            }
            else if (reader.IsMember("WarmThroughput"u8))
            {
                index = index with { WarmThroughput = TableSettingsReader.ReadWarmThroughput(ref reader) };
            }
            else
            {
                reader.Skip();
            }
        }

        return index;
    }

    private static GlobalSecondaryIndex ReadIndex(ref RequestReader reader, string structure, string parent)
        => reader.BeginStructure(structure, isElement: true)
        ? ReadIndexMembers(ref reader, parent)
        : new GlobalSecondaryIndex(null!, null!, null!); // as an index without members

    private static Projection? ReadProjection(ref RequestReader reader, string parent)
    {
        if (!reader.BeginStructure("Projection"))
        {
            return null;
        }

        ProjectionType? type = null;
        List<string>? names = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("ProjectionType"u8))
            {
                type = reader.ReadEnum(WireEnums.ProjectionType, parent + "projection.projectionType");
            }
            else if (reader.IsMember("NonKeyAttributes"u8))
            {
                names = reader.ReadStringList();
            }
            else
            {
                reader.Skip();
            }
        }

        return new Projection(type ?? UnknownProjectionType, names);
    }
}
