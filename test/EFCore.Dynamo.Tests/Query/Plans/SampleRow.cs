namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>
///     A sample as it is read, and the members whose attributes are missing or NULL: to a condition those are null, also where the member cannot be.
/// </summary>
internal sealed record SampleRow(Sample Sample, IReadOnlySet<string> Missing);
