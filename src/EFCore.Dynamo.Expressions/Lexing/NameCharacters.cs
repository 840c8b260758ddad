namespace EFCore.Dynamo.Expressions.Lexing;

/// <summary>The characters of literal names and placeholders: letters, digits and the underscore, of ASCII.</summary>
internal static class NameCharacters
{
    public static bool IsNamePart(char character) => character == '_' || char.IsAsciiLetterOrDigit(character);

    public static bool ContainsOnlyNameParts(this ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!IsNamePart(character))
            {
                return false;
            }
        }

        return true;
    }

    public static bool ContainsOnlyNameParts(this ReadOnlySpan<byte> utf8Text)
    {
        foreach (var character in utf8Text)
        {
            if (!IsNamePart((char)character))
            {
                return false;
            }
        }

        return true;
    }
}
