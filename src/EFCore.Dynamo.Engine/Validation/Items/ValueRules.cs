using EFCore.Dynamo.Engine.Operations;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>Attribute values that are none (no type, two types, a bad number or set): found while the request was read, reported where the service looks at them.</summary>
internal static class ValueRules
{
    /// <param name="findings">The request's.</param>
    /// <param name="path">The item or key whose values are looked at.</param>
    /// <param name="prefix">What the service says in front.</param>
    public static ServiceError? Validate(RequestFindings? findings, string path, string prefix = "") =>
        findings?.FindValueError(path) is { } message ? ServiceError.Validation(prefix + message) : null;
}
