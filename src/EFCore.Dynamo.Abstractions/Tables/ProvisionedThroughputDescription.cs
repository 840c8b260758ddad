namespace EFCore.Dynamo.Tables;

/// <summary>Provisioned units a second as DescribeTable shows them; zero with on-demand billing.</summary>
/// <param name="ReadCapacityUnits">Reads of up to 4 KB a second.</param>
/// <param name="WriteCapacityUnits">Writes of up to 1 KB a second.</param>
/// <param name="NumberOfDecreasesToday">Decreases in the current UTC day.</param>
/// <param name="LastIncreaseDateTime">Null where there was none.</param>
/// <param name="LastDecreaseDateTime">Null where there was none.</param>
public sealed record ProvisionedThroughputDescription(
    long ReadCapacityUnits,
    long WriteCapacityUnits,
    long NumberOfDecreasesToday = 0,
    DateTimeOffset? LastIncreaseDateTime = null,
    DateTimeOffset? LastDecreaseDateTime = null);
