using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>UntagResource on the wire.</summary>
internal sealed class UntagResourceProtocol : IOperationProtocol<UntagResourceRequest, UntagResourceResponse>
{
    public static string Name => "UntagResource";

    public static UntagResourceRequest Read(ref RequestReader reader)
    {
        string? resourceArn = null;
        List<string>? tagKeys = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("ResourceArn"u8))
            {
                resourceArn = reader.ReadString();
            }
            else if (reader.IsMember("TagKeys"u8))
            {
                tagKeys = reader.ReadStringList();
            }
            else
            {
                reader.Skip();
            }
        }

        return new UntagResourceRequest { ResourceArn = resourceArn, TagKeys = tagKeys };
    }

    /// <summary>Nothing: the service answers with an empty body, not with an empty object.</summary>
    public static void Write(Utf8JsonWriter writer, UntagResourceRequest request, UntagResourceResponse response)
    {
    }
}
