namespace EFCore.Dynamo.Expressions.Lexing;

/// <summary>Cuts an expression into tokens. All four grammars share them.</summary>
internal static class Lexer
{
    /// <summary>The token that starts at or after <paramref name="position" />.</summary>
    public static Token Next(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n')
        {
            position++;
        }

        if (position == text.Length)
        {
            return new(TokenKind.End, position, 0);
        }

        var first = text[position];
        return first switch
        {
            (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => new(TokenKind.Word, position, NameLength(text, position)),
            >= '0' and <= '9' => new(TokenKind.Digits, position, DigitsLength(text, position)),
            '#' => Placeholder(TokenKind.NamePlaceholder, text, position),
            ':' => Placeholder(TokenKind.ValuePlaceholder, text, position),
            '<' => Follows(text, position, '=') ? new(TokenKind.LessThanOrEqual, position, 2)
                : Follows(text, position, '>') ? new(TokenKind.NotEqual, position, 2)
                : new(TokenKind.LessThan, position, 1),
            '>' => Follows(text, position, '=') ? new(TokenKind.GreaterThanOrEqual, position, 2) : new(TokenKind.GreaterThan, position, 1),
            _ => new(Punctuation(first), position, 1),
        };
    }

    private static TokenKind Punctuation(char character)
        => character switch
        {
            '(' => TokenKind.LeftParenthesis,
            ')' => TokenKind.RightParenthesis,
            '[' => TokenKind.LeftBracket,
            ']' => TokenKind.RightBracket,
            ',' => TokenKind.Comma,
            '.' => TokenKind.Dot,
            '+' => TokenKind.Plus,
            '-' => TokenKind.Minus,
            '=' => TokenKind.Equal,
            _ => TokenKind.Invalid,
        };

    private static Token Placeholder(TokenKind kind, string text, int position)
    {
        var length = NameLength(text, position + 1);
        return new(length == 0 ? TokenKind.Invalid : kind, position, length + 1);
    }

    private static bool Follows(string text, int position, char expected)
        => position + 1 < text.Length && text[position + 1] == expected;

    private static int NameLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && NameCharacters.IsNamePart(text[end]))
        {
            end++;
        }

        return end - start;
    }

    /// <summary>The service's index has no leading zeros: <c>00</c> is two tokens.</summary>
    private static int DigitsLength(string text, int start)
    {
        if (text[start] == '0')
        {
            return 1;
        }

        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }
}
