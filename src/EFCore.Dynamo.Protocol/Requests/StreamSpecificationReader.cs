using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Protocol.Requests;

/// <summary>Reads the StreamSpecification of CreateTable and UpdateTable.</summary>
internal static class StreamSpecificationReader
{
    public static StreamSpecification? Read(ref RequestReader reader)
    {
        if (!reader.BeginStructure("StreamSpecification"))
        {
            return null;
        }

        bool? isEnabled = null;
        StreamViewType? viewType = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("StreamEnabled"u8))
            {
                isEnabled = reader.ReadBoolean();
            }
            else if (reader.IsMember("StreamViewType"u8))
            {
                viewType = reader.ReadEnum(WireEnums.StreamViewType, "streamSpecification.streamViewType");
            }
            else
            {
                reader.Skip();
            }
        }

        reader.RequireMember(isEnabled is not null, "streamSpecification.streamEnabled");
        return new StreamSpecification(isEnabled ?? false, viewType);
    }
}
