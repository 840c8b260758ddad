using System.Buffers;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The rule of table and index names: 3 to 255 characters of <c>[a-zA-Z0-9_.-]</c>.</summary>
internal static class ResourceName
{
    public const int MinLength = 3;

    public const int MaxLength = 255;

    private static readonly SearchValues<char> ValidCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-");

    public static bool HasValidCharacters(string name) => !name.AsSpan().ContainsAnyExcept(ValidCharacters);

    public static bool IsValid(string name) => name.Length is >= MinLength and <= MaxLength && HasValidCharacters(name);

    /// <summary>The constraints that the service reports for a required table name.</summary>
    /// <param name="errors">Collects them.</param>
    /// <param name="name">The request's table name.</param>
    /// <param name="parent">The path in front of the member, with its dot; empty at the top.</param>
    public static void RequireTableName(ref ConstraintErrors errors, string? name, string parent = "")
    {
        if (name is not null && IsValid(name))
            return;

        var path = parent + "tableName";
        errors.RequireNotNull(name is not null, path);
        RequireConstraints(ref errors, name, path);
    }

    /// <summary>The constraints that the service reports for a name that may be absent.</summary>
    public static void RequireConstraints(ref ConstraintErrors errors, string? name, string path)
    {
        errors.RequireNamePattern(name, path);
        errors.RequireMinLength(name, MinLength, path);
        errors.RequireMaxLength(name, MaxLength, path);
    }
}
