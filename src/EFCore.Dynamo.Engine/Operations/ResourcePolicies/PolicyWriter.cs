using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EFCore.Dynamo.Engine.Operations.ResourcePolicies;

/// <summary>
///     Writes a policy in the one form in which the service stores and returns it: minified, members in a fixed order, a list of one as its element, an
///     account as its root.
/// </summary>
internal static class PolicyWriter
{
    private const int AccountIdLength = 12;
    private const string OldestVersion = "2008-10-17";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonElement policy, IReadOnlyList<PolicyStatement> statements)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("Version"u8, policy.TryGetProperty("Version", out var version) ? version.GetString() : OldestVersion);
            if (policy.TryGetProperty("Id", out var id))
            {
                writer.WritePropertyName("Id"u8);
                id.WriteTo(writer);
            }

            writer.WriteStartArray("Statement"u8);
            foreach (var statement in statements)
            {
                Write(writer, statement);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, PolicyStatement statement)
    {
        writer.WriteStartObject();
        if (statement.Sid is not null)
        {
            writer.WriteString("Sid"u8, statement.Sid);
        }

        writer.WriteString("Effect"u8, statement.IsAllow ? "Allow"u8 : "Deny"u8);
        writer.WritePropertyName(statement.Principal.Name);
        if (statement.Principal.Value.ValueKind == JsonValueKind.String)
        {
            statement.Principal.Value.WriteTo(writer);
        }
        else
        {
            WritePrincipals(writer, statement.Principal.Value);
        }

        Write(writer, statement.Action.Name, PolicyStatement.GetStrings(statement.Action.Value));
        Write(writer, statement.Resource.Name, PolicyStatement.GetStrings(statement.Resource.Value));
        if (statement.Condition is { } condition)
        {
            writer.WritePropertyName("Condition"u8);
            condition.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void WritePrincipals(Utf8JsonWriter writer, JsonElement principals)
    {
        writer.WriteStartObject();
        foreach (var kind in principals.EnumerateObject())
        {
            Write(writer, kind.Name, PolicyStatement.GetStrings(kind.Value).Select(ToArn).Distinct(StringComparer.Ordinal));
        }

        writer.WriteEndObject();
    }

    private static string ToArn(string principal)
        => principal.Length == AccountIdLength && principal.All(char.IsAsciiDigit) ? $"arn:aws:iam::{principal}:root" : principal;

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        var list = values.ToList();
        if (list is [var single])
        {
            writer.WriteString(name, single);
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in list)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
