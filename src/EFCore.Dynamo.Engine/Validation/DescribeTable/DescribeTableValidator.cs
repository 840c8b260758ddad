using EFCore.Dynamo.Engine.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>The rules of DescribeTable, and of DeleteTable, which has the same.</summary>
internal static class DescribeTableValidator
{
    public static ServiceError? Validate(string? tableName) => ResourceNameRules.ValidateTableName(tableName);
}
