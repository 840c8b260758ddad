using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Requests;

namespace EFCore.Dynamo.Protocol.Operations;

/// <summary>ListTagsOfResource on the wire.</summary>
internal sealed class ListTagsOfResourceProtocol : IOperationProtocol<ListTagsOfResourceRequest, ListTagsOfResourceResponse>
{
    public static string Name => "ListTagsOfResource";

    public static ListTagsOfResourceRequest Read(ref RequestReader reader)
    {
        string? resourceArn = null;
        string? nextToken = null;
        while (reader.ReadMember())
        {
            if (reader.IsMember("ResourceArn"u8))
            {
                resourceArn = reader.ReadString();
            }
            else if (reader.IsMember("NextToken"u8))
            {
                nextToken = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return new ListTagsOfResourceRequest { ResourceArn = resourceArn, NextToken = nextToken };
    }

    public static void Write(Utf8JsonWriter writer, ListTagsOfResourceRequest request, ListTagsOfResourceResponse response)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("Tags"u8);
        foreach (var tag in response.Tags)
        {
            writer.WriteStartObject();
            writer.WriteString("Key"u8, tag.Key);
            writer.WriteString("Value"u8, tag.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (response.NextToken is { } nextToken)
        {
            writer.WriteString("NextToken"u8, nextToken);
        }

        writer.WriteEndObject();
    }
}
