using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>The tokens of one statement, how deep the parser is in it, and the first thing in it that is not supported.</summary>
/// <remarks>
///     What is not well formed is thrown where it is met; what is not supported waits for the end of the text, since an error of the grammar comes first.
/// </remarks>
internal abstract class PartiQlTokenReader
{
    /// <summary>How deep the parser recurses. An item nests 32 levels; the rest is for parentheses and functions.</summary>
    private const int MaxNesting = 200;

    private readonly PartiQlToken[] _tokens;

    private int _index;
    private int _nesting;
    private DynamoValidationException? _unsupported;

    protected PartiQlTokenReader(string text)
    {
        Text = text;
        _tokens = PartiQlLexer.Tokenize(text);
    }

    protected string Text { get; }

    protected PartiQlToken Current => _tokens[_index];

    protected PartiQlToken Next => _tokens[Math.Min(_index + 1, _tokens.Length - 1)];

    protected void Advance()
    {
        if (_index < _tokens.Length - 1)
        {
            _index++;
        }
    }

    protected bool IsKeyword(string keyword) => Current.Kind == PartiQlTokenKind.Keyword && Current.Word == keyword;

    protected bool IsKeywords(string keyword, string next) => IsKeyword(keyword) && Next.Kind == PartiQlTokenKind.Keyword && Next.Word == next;

    protected bool TryTakeKeyword(string keyword)
    {
        if (!IsKeyword(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    protected bool TryTake(PartiQlTokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    protected void Expect(PartiQlTokenKind kind)
    {
        if (!TryTake(kind))
        {
            throw PartiQlErrors.NotWellFormed(PartiQlErrors.Expected(kind));
        }
    }

    /// <summary>The name that an identifier stands for, and reads on.</summary>
    protected string TakeName()
    {
        var token = Current;
        Advance();
        if (token.Kind == PartiQlTokenKind.Identifier)
        {
            return Text.Substring(token.Start, token.Length);
        }

        return Unquote(token);
    }

    protected bool IsName(PartiQlToken token) => token.Kind is PartiQlTokenKind.Identifier or PartiQlTokenKind.QuotedIdentifier;

    /// <summary>What stands between the quotes, doubled quotes halved.</summary>
    protected string Unquote(PartiQlToken token)
    {
        var quote = Text[token.Start].ToString();
        return Text.Substring(token.Start + 1, token.Length - 2).Replace(quote + quote, quote, StringComparison.Ordinal);
    }

    protected void EnterNesting()
    {
        if (++_nesting > MaxNesting)
        {
            throw PartiQlErrors.NotWellFormed(PartiQlErrors.TooDeep);
        }
    }

    protected void LeaveNesting(int levels = 1) => _nesting -= levels;

    /// <summary>Keeps what is not supported, unless something before it was not.</summary>
    protected void Unsupported(string message) => Unsupported(PartiQlErrors.Unsupported(message));

    protected void Unsupported(DynamoValidationException error) => _unsupported ??= error;

    /// <summary>Checks that the statement ends here, then throws what is not supported in it.</summary>
    protected void Complete()
    {
        if (TryTake(PartiQlTokenKind.Semicolon) && Current.Kind != PartiQlTokenKind.End)
        {
            throw PartiQlErrors.NotWellFormed(PartiQlErrors.SecondStatement);
        }

        if (Current.Kind != PartiQlTokenKind.End)
        {
            throw PartiQlErrors.NotWellFormed(PartiQlErrors.LeftoverTokens);
        }

        if (_unsupported is not null)
        {
            throw _unsupported;
        }
    }
}
