using System.Text.Json;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Values;

namespace EFCore.Dynamo.Protocol.Responses;

/// <summary>Writes an error as the service does: its type with the name space it comes from, its text, and what belongs to its type.</summary>
internal static class ErrorWriter
{
    /// <summary>The error's full type, such as <c>com.amazonaws.dynamodb.v20120810#ResourceNotFoundException</c>.</summary>
    public static string GetFullType(DynamoServiceException error) => error switch
    {
        ProtocolException or AccessDeniedException or { ErrorCode: "UnknownOperationException" } => "com.amazon.coral.service#" + error.ErrorCode,
        ExpiredIteratorException or TrimmedDataAccessException => "com.amazonaws.dynamodb.streams.v20120810#" + error.ErrorCode,
        DynamoValidationException => "com.amazon.coral.validate#" + error.ErrorCode,
        _ => "com.amazonaws.dynamodb.v20120810#" + error.ErrorCode,
    };

    public static void Write(Utf8JsonWriter writer, DynamoServiceException error)
    {
        writer.WriteStartObject();
        writer.WriteString("__type"u8, GetFullType(error));
        if (error.Message.Length > 0)
        {
            writer.WriteString(HasCapitalMessage(error) ? "Message"u8 : "message"u8, error.Message);
        }

        if (error is ConditionalCheckFailedException { Item: { } item })
        {
            ItemWriter.WriteMember(writer, MemberNames.Item, item);
        }

        if (error is TransactionCanceledException canceled)
        {
            WriteReasons(writer, canceled);
        }

        writer.WriteEndObject();
    }

    /// <summary>The form in which the service's older front end answers the content type <c>application/json</c>.</summary>
    public static void WriteWrapped(Utf8JsonWriter writer, DynamoServiceException error)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("Output"u8);
        writer.WriteString("__type"u8, GetFullType(error));
        writer.WriteNull("message"u8);
        writer.WriteEndObject();
        writer.WriteString("Version"u8, "1.0"u8);
        writer.WriteEndObject();
    }

    // The model spells it so for TransactionCanceledException, the deserializer and the authorization for their own errors.
    private static bool HasCapitalMessage(DynamoServiceException error)
        => error is TransactionCanceledException or AccessDeniedException || error.ErrorCode == "SerializationException";

    private static void WriteReasons(Utf8JsonWriter writer, TransactionCanceledException canceled)
    {
        writer.WriteStartArray("CancellationReasons"u8);
        foreach (var reason in canceled.CancellationReasons)
        {
            writer.WriteStartObject();
            writer.WriteString("Code"u8, reason.Code);
            if (reason.Item is { } item)
            {
                ItemWriter.WriteMember(writer, MemberNames.Item, item);
            }

            if (reason.Message is not null)
            {
                writer.WriteString("Message"u8, reason.Message);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
