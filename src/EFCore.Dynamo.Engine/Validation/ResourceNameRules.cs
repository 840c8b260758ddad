using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>How requests are held to the rule of <see cref="ResourceName" />.</summary>
internal static class ResourceNameRules
{
    /// <summary>The name or Amazon resource name of a table that is created, described or deleted.</summary>
    public static ServiceError? ValidateTableName(string? name)
    {
        if (name is null)
        {
            return ServiceError.Validation(ResourceNameTexts.TableNameRequired);
        }

        if (TableArn.TryParse(name, out _))
        {
            return null;
        }

        if (name.Length is < ResourceName.MinLength or > ResourceName.MaxLength)
        {
            return ServiceError.Validation(ResourceNameTexts.TableNameLength);
        }

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
        if (name is not null && (ResourceName.IsValid(name) || TableArn.TryParse(name, out _)))
        {
            return;
        }

        var path = parent + "tableName";
        errors.RequireNotNull(name is not null, path);
        RequireTableNameConstraints(ref errors, name, path);
    }

    public static void RequireTableNameConstraints(ref ConstraintErrors errors, string? name, string path)
    {
        if (name is not null && TableArn.TryParse(name, out _))
        {
            return;
        }

        errors.RequireNamePattern(name, path);
        errors.RequireMinLength(name, 1, path);
        errors.RequireMaxLength(name, ResourceName.MaxLength, path);
    }

    /// <summary>The name of an index, or one that a listing starts at; it may be absent.</summary>
    public static void RequireConstraints(ref ConstraintErrors errors, string? name, string path)
    {
        errors.RequireNamePattern(name, path);
        errors.RequireMinLength(name, ResourceName.MinLength, path);
        errors.RequireMaxLength(name, ResourceName.MaxLength, path);
    }
}
