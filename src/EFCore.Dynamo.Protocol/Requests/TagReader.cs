using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Protocol.Requests;

/// <summary>Reads lists of tags.</summary>
internal static class TagReader
{
    /// <summary>
    ///     The tags; null for an absent list. A tag without key or value has null there: the service's rules about tags say so, not its constraints.
    /// </summary>
    public static List<Tag>? Read(ref RequestReader reader)
    {
        if (!reader.BeginList())
        {
            return null;
        }

        var tags = new List<Tag>();
        while (reader.ReadElement())
        {
            string? key = null;
            string? value = null;
            if (reader.BeginStructure("Tag", isElement: true))
            {
                while (reader.ReadMember())
                {
                    if (reader.IsMember("Key"u8))
                    {
                        key = reader.ReadString();
                    }
                    else if (reader.IsMember("Value"u8))
                    {
                        value = reader.ReadString();
                    }
                    else
                    {
                        reader.Skip();
                    }
                }
            }

            tags.Add(new Tag(key!, value!)); // the validator reports what is missing
        }

        return tags;
    }
}
