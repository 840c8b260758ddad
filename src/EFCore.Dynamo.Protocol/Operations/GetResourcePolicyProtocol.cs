using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>GetResourcePolicy on the wire.</summary>
internal sealed class GetResourcePolicyProtocol : IOperationProtocol<GetResourcePolicyRequest, GetResourcePolicyResponse>
{
    public static string Name => "GetResourcePolicy";

    public static GetResourcePolicyRequest Read(ref RequestReader reader)
    {
        string? resourceArn = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("ResourceArn"u8))
            {
                resourceArn = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return new GetResourcePolicyRequest { ResourceArn = resourceArn };
    }

    public static void Write(Utf8JsonWriter writer, GetResourcePolicyRequest request, GetResourcePolicyResponse response)
    {
        writer.WriteStartObject();
        if (response.Policy is { } policy)
        {
            writer.WriteString("Policy"u8, policy);
        }

        if (response.RevisionId is { } revisionId)
        {
            writer.WriteString("RevisionId"u8, revisionId);
        }

        writer.WriteEndObject();
    }
}
