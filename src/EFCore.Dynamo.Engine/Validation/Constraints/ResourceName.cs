using System.Buffers;
using EFCore.Dynamo.Engine.Operations;

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

    /// <summary>The constraint of batches, whose keys are table names.</summary>
    public static string MapKeys(int minLength) => "Map keys must satisfy constraint: [Member must have length less than or equal to 255, "
        + $"Member must have length greater than or equal to {minLength}, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]";

    /// <summary>The name or Amazon resource name of a table that is created, described or deleted.</summary>
    public static ServiceError? ValidateTableName(string? name)
    {
        if (name is null)
            return ServiceError.Validation(ResourceNameTexts.TableNameRequired);
        if (TableArn.TryParse(name, out _))
            return null;
        if (name.Length is < MinLength or > MaxLength)
            return ServiceError.Validation(ResourceNameTexts.TableNameLength);

        var errors = default(ConstraintErrors);
        errors.RequireNamePattern(name, "tableName");
        return errors.ToError();
    }

    /// <summary>The name of a table that items are read from or written to: since names may be ARNs, the service looks for short ones and finds none.</summary>
    /// <param name="errors">Collects the violations.</param>
    /// <param name="name">The request's table name.</param>
    /// <param name="parent">The path in front of the member, with its dot; empty at the top.</param>
    public static void RequireTableName(ref ConstraintErrors errors, string? name, string parent = "")
    {
        if (name is not null && (IsValid(name) || TableArn.TryParse(name, out _)))
            return;

        var path = parent + "tableName";
        errors.RequireNotNull(name is not null, path);
        RequireTableNameConstraints(ref errors, name, path);
    }

    public static void RequireTableNameConstraints(ref ConstraintErrors errors, string? name, string path)
    {
        if (name is not null && TableArn.TryParse(name, out _))
            return;

        errors.RequireNamePattern(name, path);
        errors.RequireMinLength(name, 1, path);
        errors.RequireMaxLength(name, MaxLength, path);
    }

    /// <summary>The name of an index, or one that a listing starts at; it may be absent.</summary>
    public static void RequireConstraints(ref ConstraintErrors errors, string? name, string path)
    {
        errors.RequireNamePattern(name, path);
        errors.RequireMinLength(name, MinLength, path);
        errors.RequireMaxLength(name, MaxLength, path);
    }
}
