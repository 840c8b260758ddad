using System.Diagnostics.CodeAnalysis;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>Whether a request reads or writes, which decides the way it takes through the engine before anything of it is checked.</summary>
internal static class StatementRouting
{
    /// <summary>False for a SELECT, and for what is no statement: the reading operations report it.</summary>
    public static bool IsWrite(string? text)
    {
        // What the validators refuse must not be parsed: nothing bounds its length.
        return text is { Length: > 0 and <= StatementRules.MaxLength } && TryParse(text, out var statement, out _) && !statement.Root.IsRead;
    }

    /// <summary>The statement, or the error that is its own.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PartiQlStatement? statement, [NotNullWhen(false)] out ServiceError? error)
    {
        statement = null;
        error = null;
        try
        {
            statement = PartiQlStatement.Parse(text);
            return true;
        }
        catch (DynamoValidationException exception)
        {
            error = ServiceError.Validation(exception.Message);
            return false;
        }
    }
}
