using System.Text;
using EFCore.Dynamo.Abstractions.Tests.Values;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Values;
using FsCheck.Xunit;

namespace EFCore.Dynamo.Protocol.Tests;

/// <summary>Each property takes one seed, which a failing run prints; the item replays from it.</summary>
[Properties(MaxTest = 200, QuietOnSuccess = true)]
public sealed class ItemProperties
{
    [Property]
    public void An_item_written_and_read_again_is_the_same_item(int seed)
    {
        var item = CreateItem(seed);

        Wire.ParseItem(Wire.Write(item)).ShouldBe(item);
    }

    [Property]
    public void An_item_reads_the_same_however_the_connection_cuts_the_body(int seed)
    {
        var item = CreateItem(seed);
        var body = Encoding.UTF8.GetBytes($$"""{"Item":{{Wire.Write(item)}}}""");

        foreach (var segmentBytes in (ReadOnlySpan<int>)[1, 2, 3, 7, 64])
        {
            Wire.ParsePut(Wire.Cut(body, segmentBytes)).Item.ShouldBe(item);
        }
    }

    [Property]
    public void An_item_reads_the_same_with_every_character_escaped(int seed)
    {
        var item = CreateItem(seed);

        Wire.ParseItem(EscapeStrings(Wire.Write(item))).ShouldBe(item);
    }

    [Property]
    public void A_body_with_changed_bytes_gives_a_request_or_the_services_error(int seed)
    {
        var random = new Random(seed);
        var json =
            $$$"""{"TableName":"t","Item":{{{Wire.Write(CreateItem(seed))}}},"ConditionExpression":"a = :a","ExpressionAttributeValues":{":a":{"N":"1"}},"ReturnValues":"ALL_OLD"}""";
        var body = Encoding.UTF8.GetBytes(json);
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            body = Mutate(body, random);
        }

        try
        {
            _ = Wire.ParsePut(Wire.Cut(body, random.Next(1, 200))).ShouldNotBeNull();
        }
        catch (DynamoServiceException exception)
        {
            exception.ErrorCode.ShouldBeOneOf("SerializationException", "ValidationException");
            exception.StatusCode.ShouldBe(400);
        }
    }

    private static Item CreateItem(int seed)
    {
        var builder = new ItemBuilder();
        foreach (var (name, value) in ValueModel.CreateMap(new Random(seed), 4).Entries)
        {
            builder.WriteName(name);
            value.WriteTo(builder);
        }

        return builder.Build();
    }

    private static string EscapeStrings(string json)
    {
        var result = new StringBuilder();
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == '"')
            {
                inString = !inString;
            }

            if (!inString || json[i] == '"')
            {
                result.Append(json[i]);
            }
            else if (json[i] == '\\')
            {
                i += Append(result, json.AsSpan(i, json[i + 1] == 'u' ? 6 : 2));
            }
            else
            {
                result.Append($"\\u{(int)json[i]:x4}");
            }
        }

        return result.ToString();
    }

    private static int Append(StringBuilder result, ReadOnlySpan<char> escape)
    {
        result.Append(escape);
        return escape.Length - 1;
    }

    private static byte[] Mutate(byte[] body, Random random)
    {
        var tokens =
            new[] { "\"", "{", "}", "[", "]", ",", ":", "null", "true", "1", "\\", "\"S\"", "\"N\"", "\"SS\"", "{}", "[]", "\u00e9", "1e400", "\\ud800" };
        var position = random.Next(body.Length);
        var length = Math.Min(random.Next(4), body.Length - position);
        var inserted = random.Next(3) == 0 ? [(byte)random.Next(256)] : Encoding.UTF8.GetBytes(tokens[random.Next(tokens.Length)]);
        return [.. body[..position], .. inserted, .. body[(position + length)..], .. ""u8];
    }
}
