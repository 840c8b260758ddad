using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation.Items;

/// <summary>
///     Attribute values that are none (no type, two types, a bad number or set): found while the request was read, reported where the service looks at them.
/// </summary>
internal static class ValueRules
{
    /// <param name="findings">The request's.</param>
    /// <param name="path">The item or key whose values are looked at.</param>
    /// <param name="dialect">How the operation words it.</param>
    public static ServiceError? Validate(RequestFindings? findings, string path, OperationDialect dialect)
        => findings?.FindValueError(path) is { } finding ? ServiceError.Validation(finding, dialect) : null;

    /// <summary>The same for an <c>ExclusiveStartKey</c>.</summary>
    public static ServiceError? ValidateStartKey(RequestFindings? findings, OperationDialect dialect)
        => findings?.FindValueError("exclusiveStartKey") is { } finding ? ServiceError.Validation(dialect.StartKeyPrefix + dialect.Word(finding)) : null;
}
