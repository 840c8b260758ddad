namespace EFCore.Dynamo.Query.Planning.BulkWrites;

/// <summary>What an attribute must not be beyond, so that its new value is one of the property's type.</summary>
/// <param name="Value">The bound; null where there is none.</param>
/// <param name="IsLow">Whether it is the lower one.</param>
/// <param name="HoldsWhereMissing">Whether what a missing attribute counts as is within it.</param>
internal readonly record struct SetterBound(decimal? Value, bool IsLow, bool HoldsWhereMissing)
{
    /// <summary>A number for each form of the condition's text.</summary>
    public ulong Form
        => Value is null ? 0UL : (IsLow ? 1UL : 2UL) + (HoldsWhereMissing ? 2UL : 0UL);
}
