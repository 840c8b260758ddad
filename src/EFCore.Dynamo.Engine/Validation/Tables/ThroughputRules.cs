using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Validation.Tables;

/// <summary>The bounds of provisioned throughput.</summary>
internal static class ThroughputRules
{
    private const long MaxUnits = 1_000_000_000_000;

    /// <param name="throughput">The request's.</param>
    /// <param name="index">The index that it is of, or null for the table.</param>
    public static ServiceError? ValidateBounds(ProvisionedThroughput throughput, string? index = null)
        => ValidateBounds(throughput.ReadCapacityUnits, "ReadCapacityUnits", index)
            ?? ValidateBounds(throughput.WriteCapacityUnits, "WriteCapacityUnits", index);

    private static ServiceError? ValidateBounds(long units, string member, string? index)
    {
        if (units <= MaxUnits)
        {
            return null;
        }

        return ServiceError.Validation(index is null ? TableTexts.OutOfBounds(units, member) : TableTexts.OutOfBounds(units, member, index));
    }
}
