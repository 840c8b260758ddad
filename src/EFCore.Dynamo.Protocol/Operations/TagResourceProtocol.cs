using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>TagResource on the wire.</summary>
internal sealed class TagResourceProtocol : IOperationProtocol<TagResourceRequest, TagResourceResponse>
{
    public static string Name => "TagResource";

    public static TagResourceRequest Read(ref RequestReader reader)
    {
        string? resourceArn = null;
        List<Tag>? tags = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("ResourceArn"u8))
            {
                resourceArn = reader.ReadString();
            }
            else if (reader.IsMember("Tags"u8))
            {
                tags = TagReader.Read(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new TagResourceRequest { ResourceArn = resourceArn, Tags = tags };
    }

    /// <summary>Nothing: the service answers with an empty body, not with an empty object.</summary>
    public static void Write(Utf8JsonWriter writer, TagResourceRequest request, TagResourceResponse response)
    {
    }
}
