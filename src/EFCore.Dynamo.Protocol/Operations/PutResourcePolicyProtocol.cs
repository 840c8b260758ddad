using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>PutResourcePolicy on the wire.</summary>
internal sealed class PutResourcePolicyProtocol : IOperationProtocol<PutResourcePolicyRequest, PutResourcePolicyResponse>
{
    public static string Name => "PutResourcePolicy";

    public static PutResourcePolicyRequest Read(ref RequestReader reader)
    {
        string? resourceArn = null;
        string? policy = null;
        string? expectedRevisionId = null;
        var isConfirmed = false;
        while (reader.ReadMember())
        {
            if (reader.IsMember("ResourceArn"u8))
            {
                resourceArn = reader.ReadString();
            }
            else if (reader.IsMember("Policy"u8))
            {
                policy = reader.ReadString();
            }
            else if (reader.IsMember("ExpectedRevisionId"u8))
            {
                expectedRevisionId = reader.ReadString();
            }
            else if (reader.IsMember("ConfirmRemoveSelfResourceAccess"u8))
            {
                isConfirmed = reader.ReadBoolean() ?? false;
            }
            else
            {
                reader.Skip();
            }
        }

        return new PutResourcePolicyRequest
        {
            ResourceArn = resourceArn,
            Policy = policy,
            ExpectedRevisionId = expectedRevisionId,
            ConfirmRemoveSelfResourceAccess = isConfirmed,
        };
    }

    public static void Write(Utf8JsonWriter writer, PutResourcePolicyRequest request, PutResourcePolicyResponse response)
    {
        writer.WriteStartObject();
        if (response.RevisionId is { } revisionId)
        {
            writer.WriteString("RevisionId"u8, revisionId);
        }

        writer.WriteEndObject();
    }
}
