using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>Why one part of a cancelled transaction failed.</summary>
/// <param name="Code"><c>None</c>, <c>ConditionalCheckFailed</c>, <c>TransactionConflict</c>, <c>ValidationError</c>, <c>ItemCollectionSizeLimitExceeded</c>,
/// <c>ProvisionedThroughputExceeded</c>, <c>ThrottlingError</c>.</param>
/// <param name="Message">The service's text; null with code <c>None</c>.</param>
/// <param name="Item">The item the condition failed on, if the part asked for it.</param>
public sealed record CancellationReason(string Code, string? Message = null, Item? Item = null);
