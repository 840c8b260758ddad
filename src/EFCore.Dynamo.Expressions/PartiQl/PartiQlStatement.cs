using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Parsing;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>A parsed PartiQL statement: immutable, cached by its text, shared by threads.</summary>
/// <remarks>
///     The service's dialect is described at <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.html">PartiQL for
///     DynamoDB</see>.
/// </remarks>
internal sealed class PartiQlStatement
{
    // Statements with values in their text are used once; what is used again has parameters, and there are few of those.
    private const int CacheCapacity = 512;

    private static readonly ExpressionCache<PartiQlStatement> Cache = new(static text => new(text), CacheCapacity);

    private PartiQlStatement(string text)
    {
        Text = text;
        Root = PartiQlStatementParser.Parse(text, out var parameterCount);
        ParameterCount = parameterCount;
    }

    /// <summary>The statement as it was written.</summary>
    public string Text { get; }

    /// <summary>The syntax tree.</summary>
    public PartiQlNode Root { get; }

    /// <summary>How many <c>?</c> it has.</summary>
    public int ParameterCount { get; }

    /// <summary>Parses, or takes from the cache.</summary>
    /// <param name="text">The statement. The service's limit, 8,192 characters, is the caller's check; the time is linear in the length, and nesting is
    /// bounded.</param>
    /// <exception cref="DynamoValidationException">Not a statement by the service's rules, or one that it does not support.</exception>
    public static PartiQlStatement Parse(string text) => Cache.GetOrParse(text);
}
