using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Operations.Tables;

/// <summary>The rules of ListTables.</summary>
internal static class ListTablesValidator
{
    public const int MaxLimit = 100;

    public static ServiceError? Validate(ListTablesRequest request)
    {
        var errors = default(ConstraintErrors);
        ResourceNameRules.RequireConstraints(ref errors, request.ExclusiveStartTableName, "exclusiveStartTableName");
        errors.RequireRange(request.Limit, 1, MaxLimit, "limit");
        return errors.ToError();
    }
}
