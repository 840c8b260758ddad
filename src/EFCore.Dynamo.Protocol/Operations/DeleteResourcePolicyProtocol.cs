using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>DeleteResourcePolicy on the wire.</summary>
internal sealed class DeleteResourcePolicyProtocol : IOperationProtocol<DeleteResourcePolicyRequest, DeleteResourcePolicyResponse>
{
    public static string Name => "DeleteResourcePolicy";

    public static DeleteResourcePolicyRequest Read(ref RequestReader reader)
    {
        string? resourceArn = null;
        string? expectedRevisionId = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("ResourceArn"u8))
            {
                resourceArn = reader.ReadString();
            }
            else if (reader.IsMember("ExpectedRevisionId"u8))
            {
                expectedRevisionId = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return new DeleteResourcePolicyRequest { ResourceArn = resourceArn, ExpectedRevisionId = expectedRevisionId };
    }

    public static void Write(Utf8JsonWriter writer, DeleteResourcePolicyRequest request, DeleteResourcePolicyResponse response)
    {
        writer.WriteStartObject();
        if (response.RevisionId is { } revisionId)
        {
            writer.WriteString("RevisionId"u8, revisionId);
        }

        writer.WriteEndObject();
    }
}
