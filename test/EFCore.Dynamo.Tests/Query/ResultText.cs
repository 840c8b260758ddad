using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EFCore.Dynamo.Tests.Query;

/// <summary>Writes the result of a query as text, so that results of different providers can be compared.</summary>
internal static class ResultText
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new DecimalConverter() } };

    public static string Describe(Func<object?> run, bool isOrdered)
    {
        object? result;
        try
        {
            result = run();
            result = result is IEnumerable rows and not string ? rows.Cast<object?>().ToList() : result;
        }
        catch (InvalidOperationException exception) when (exception.Message.StartsWith("Sequence", StringComparison.Ordinal))
        {
            return exception.GetType().Name;
        }

        return result is List<object?> list
            ? string.Join('\n', isOrdered ? list.Select(Print) : list.Select(Print).Order(StringComparer.Ordinal))
            : Print(result);
    }

    private static string Print(object? value)
        => value is null ? "null" : JsonSerializer.Serialize(value, value.GetType(), Options);

    /// <summary>DynamoDB keeps a number's value, not the zeros that it was written with.</summary>
    private sealed class DecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
            => writer.WriteNumberValue(value / 1.000000000000000000000000000m);
    }
}
