using System.Text;
using System.Text.Json;

namespace EFCore.Dynamo.Engine.Operations.ResourcePolicies;

/// <summary>Where in a policy's text something stands that its parser stopped at.</summary>
internal static class PolicyPosition
{
    /// <summary>Offset in characters of a statement, or of the value of one of its members.</summary>
    /// <param name="text">Well-formed JSON with that statement.</param>
    /// <param name="statementIndex">Its position in the policy.</param>
    /// <param name="member">Null for the statement as a whole.</param>
    public static int Find(string text, int statementIndex, string? member)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        FindMember(ref reader, "Statement");
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            for (var i = 0; i < statementIndex; i++)
            {
                reader.Skip();
                reader.Read();
            }
        }

        if (member is not null)
        {
            FindMember(ref reader, member);
        }

        return Encoding.UTF8.GetCharCount(utf8.AsSpan(0, (int)reader.TokenStartIndex));
    }

    /// <summary>From the start of an object to the value of one of its members.</summary>
    private static void FindMember(ref Utf8JsonReader reader, string name)
    {
        while (reader.Read() && !reader.ValueTextEquals(name))
        {
            reader.Skip();
        }

        reader.Read();
    }
}
