using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>Cuts a statement into tokens, all at once: a character that belongs nowhere is reported before any error of the grammar.</summary>
internal sealed class PartiQlLexer
{
    private readonly string _text;
    private readonly List<PartiQlToken> _tokens = [];

    private int _position;

    // Where the text up to here has led: each character is counted once.
    private int _counted;
    private int _line = 1;
    private int _column = 1;

    private PartiQlLexer(string text) => _text = text;

    /// <summary>The tokens, <see cref="PartiQlTokenKind.End" /> last.</summary>
    public static PartiQlToken[] Tokenize(string text)
    {
        if (HasLoneSurrogate(text))
        {
            throw Invalid();
        }

        var lexer = new PartiQlLexer(text);
        while (lexer.SkipWhiteSpace())
        {
            lexer.Add();
        }

        lexer._tokens.Add(new(PartiQlTokenKind.End, text.Length, 0, string.Empty, default));
        return [.. lexer._tokens];
    }

    private void Add()
    {
        var first = _text[_position];
        switch (first)
        {
            case '\'':
                AddQuoted(PartiQlTokenKind.String, first);
                break;
            case '"':
                AddQuoted(PartiQlTokenKind.QuotedIdentifier, first);
                break;
            case '`':
                AddQuoted(PartiQlTokenKind.IonLiteral, first);
                break;
            case >= '0' and <= '9':
                AddNumber();
                break;
            case '.' when IsDigit(_position + 1):
                AddNumber();
                break;
            default:
                if (IsIdentifierStart(first))
                {
                    AddWord();
                }
                else if (Punctuation(first) is { } kind)
                {
                    Add(kind, 1);
                }
                else
                {
                    AddOperator(first);
                }

                break;
        }
    }

    private void AddOperator(char first)
    {
        var second = At(_position + 1);
        switch (first, second)
        {
            case ('<', '<'):
                Add(PartiQlTokenKind.LeftDoubleAngle, 2);
                break;
            case ('>', '>'):
                Add(PartiQlTokenKind.RightDoubleAngle, 2);
                break;
            case ('<', '='):
                Add(PartiQlTokenKind.Operator, 2, "<=");
                break;
            case ('>', '='):
                Add(PartiQlTokenKind.Operator, 2, ">=");
                break;
            case ('<', '>') or ('!', '='):
                Add(PartiQlTokenKind.Operator, 2, "<>");
                break;
            case ('|', '|'):
                Add(PartiQlTokenKind.Operator, 2, "||");
                break;
            case ('<' or '>' or '=' or '+' or '-' or '/' or '%' or '@', _):
                Add(PartiQlTokenKind.Operator, 1, OperatorText(first));
                break;
            default:
                throw Invalid();
        }
    }

    /// <summary>Blanks and comments.</summary>
    /// <returns>Whether a token follows.</returns>
    private bool SkipWhiteSpace()
    {
        while (_position < _text.Length)
        {
            if (_text[_position] is ' ' or '\t' or '\r' or '\n' or '\v' or '\f')
            {
                _position++;
            }
            else if (_text[_position] == '-' && At(_position + 1) == '-')
            {
                var end = _text.AsSpan(_position).IndexOfAny('\r', '\n');
                _position = end < 0 ? _text.Length : _position + end;
            }
            else if (_text[_position] == '/' && At(_position + 1) == '*')
            {
                var end = _text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
                _position = end < 0 ? throw Invalid() : end + 2;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>To the next quote that is not doubled.</summary>
    private void AddQuoted(PartiQlTokenKind kind, char quote)
    {
        var end = _position + 1;
        while (true)
        {
            var length = _text.AsSpan(end).IndexOf(quote);
            if (length < 0)
            {
                throw Invalid();
            }

            end += length + 1;
            if (At(end) != quote)
            {
                break;
            }

            end++;
        }

        Add(kind, end - _position);
    }

    private void AddNumber()
    {
        var end = SkipDigits(_position);
        if (At(end) == '.')
        {
            end = SkipDigits(end + 1);
        }

        if (_text[end - 1] != '.' && At(end) is 'e' or 'E')
        {
            end++;
            if (At(end) is '+' or '-')
            {
                end++;
            }

            if (!IsDigit(end))
            {
                throw Invalid();
            }

            end = SkipDigits(end);
        }

        if (!PartiQlNumbers.HasScale(_text[_position..end]))
        {
            throw Invalid();
        }

        Add(PartiQlTokenKind.Number, end - _position);
    }

    private void AddWord()
    {
        var end = _position + 1;
        while (end < _text.Length && (IsIdentifierStart(_text[end]) || char.IsAsciiDigit(_text[end])))
        {
            end++;
        }

        var keyword = PartiQlKeywords.Find(_text.AsSpan(_position, end - _position));
        Add(keyword is null ? PartiQlTokenKind.Identifier : PartiQlTokenKind.Keyword, end - _position, keyword ?? string.Empty);
    }

    private void Add(PartiQlTokenKind kind, int length, string word = "")
    {
        _ = CountTo(_position);
        var (line, column) = (_line, _column);
        _tokens.Add(new(kind, _position, length, word, new(line, column, CountTo(_position + length))));
        _position += length;
    }

    /// <summary>Goes on to the character at <paramref name="end" />.</summary>
    /// <returns>How many characters that were, two halves being one.</returns>
    private int CountTo(int end)
    {
        var count = 0;
        for (; _counted < end; _counted++)
        {
            var character = _text[_counted];
            if (char.IsLowSurrogate(character))
            {
                continue;
            }

            count++;
            if (character == '\n' && _counted > 0 && _text[_counted - 1] == '\r')
            {
                continue;
            }

            (_line, _column) = character is '\r' or '\n' ? (_line + 1, 1) : (_line, _column + 1);
        }

        return count;
    }

    private int SkipDigits(int position)
    {
        while (IsDigit(position))
        {
            position++;
        }

        return position;
    }

    private bool IsDigit(int position) => char.IsAsciiDigit(At(position));

    private char At(int position) => position < _text.Length ? _text[position] : '\0';

    /// <summary>Half a character: a caller in this process can send one, JSON cannot.</summary>
    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\ud800', '\udfff') is >= 0 and var index)
        {
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return true;
            }

            text = text[(index + 2)..];
        }

        return false;
    }

    private static bool IsIdentifierStart(char character) => char.IsAsciiLetter(character) || character is '_' or '$';

    private static PartiQlTokenKind? Punctuation(char character)
        => character switch
        {
            '*' => PartiQlTokenKind.Star,
            '.' => PartiQlTokenKind.Dot,
            ',' => PartiQlTokenKind.Comma,
            ':' => PartiQlTokenKind.Colon,
            ';' => PartiQlTokenKind.Semicolon,
            '?' => PartiQlTokenKind.Parameter,
            '(' => PartiQlTokenKind.LeftParenthesis,
            ')' => PartiQlTokenKind.RightParenthesis,
            '[' => PartiQlTokenKind.LeftBracket,
            ']' => PartiQlTokenKind.RightBracket,
            '{' => PartiQlTokenKind.LeftCurly,
            '}' => PartiQlTokenKind.RightCurly,
            _ => null,
        };

    private static string OperatorText(char character)
        => character switch
        {
            '<' => "<",
            '>' => ">",
            '=' => "=",
            '+' => "+",
            '-' => "-",
            '/' => "/",
            '%' => "%",
            _ => "@",
        };

    private static DynamoValidationException Invalid() => PartiQlErrors.NotWellFormed(string.Empty);
}
