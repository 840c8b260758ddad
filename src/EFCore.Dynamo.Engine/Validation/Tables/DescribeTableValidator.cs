using EFCore.Dynamo.Engine.Errors;

namespace EFCore.Dynamo.Engine.Validation.Tables;

/// <summary>The rules of DescribeTable, and of DeleteTable, which has the same.</summary>
internal static class DescribeTableValidator
{
    public static ServiceError? Validate(string? tableName) => ResourceNameRules.ValidateTableName(tableName);
}
