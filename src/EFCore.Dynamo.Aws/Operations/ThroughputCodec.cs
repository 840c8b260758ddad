using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Tables;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>Provisioned, on-demand and warm throughput to the SDK's types and back.</summary>
internal static class ThroughputCodec
{
    public static Model.ProvisionedThroughput? ToSdk(ProvisionedThroughput? throughput)
        => throughput is null ? null : new() { ReadCapacityUnits = throughput.ReadCapacityUnits, WriteCapacityUnits = throughput.WriteCapacityUnits };

    /// <param name="throughput">The throughput.</param>
    /// <param name="parent">The path in front of it in errors, with its dot; empty at the top.</param>
    public static ProvisionedThroughput? FromSdk(Model.ProvisionedThroughput? throughput, string parent = "")
    {
        if (throughput is null)
        {
            return null;
        }

        var write = Violations.Required(throughput.WriteCapacityUnits, parent + "provisionedThroughput.writeCapacityUnits");
        return new ProvisionedThroughput(Violations.Required(throughput.ReadCapacityUnits, parent + "provisionedThroughput.readCapacityUnits"), write);
    }

    public static Model.ProvisionedThroughputDescription ToSdk(ProvisionedThroughputDescription throughput) => new()
    {
        ReadCapacityUnits = throughput.ReadCapacityUnits,
        WriteCapacityUnits = throughput.WriteCapacityUnits,
        NumberOfDecreasesToday = throughput.NumberOfDecreasesToday,
        LastIncreaseDateTime = Times.ToSdk(throughput.LastIncreaseDateTime),
        LastDecreaseDateTime = Times.ToSdk(throughput.LastDecreaseDateTime),
    };

    public static ProvisionedThroughputDescription FromSdk(Model.ProvisionedThroughputDescription? throughput) => throughput is null ? new(0, 0) : new(
        throughput.ReadCapacityUnits ?? 0,
        throughput.WriteCapacityUnits ?? 0,
        throughput.NumberOfDecreasesToday ?? 0,
        Times.FromSdk(throughput.LastIncreaseDateTime),
        Times.FromSdk(throughput.LastDecreaseDateTime));

    public static Model.OnDemandThroughput? ToSdk(OnDemandThroughput? throughput)
        => throughput is null ? null : new() { MaxReadRequestUnits = throughput.MaxReadRequestUnits, MaxWriteRequestUnits = throughput.MaxWriteRequestUnits };

    public static OnDemandThroughput? FromSdk(Model.OnDemandThroughput? throughput)
        => throughput is null ? null : new(throughput.MaxReadRequestUnits, throughput.MaxWriteRequestUnits);

    public static Model.WarmThroughput? ToSdk(WarmThroughput? throughput)
        => throughput is null ? null : new() { ReadUnitsPerSecond = throughput.ReadUnitsPerSecond, WriteUnitsPerSecond = throughput.WriteUnitsPerSecond };

    public static WarmThroughput? FromSdk(Model.WarmThroughput? throughput)
        => throughput is null ? null : new(throughput.ReadUnitsPerSecond, throughput.WriteUnitsPerSecond);

    public static Model.TableWarmThroughputDescription? ToSdk(TableWarmThroughputDescription? throughput) => throughput is null ? null : new()
    {
        ReadUnitsPerSecond = throughput.ReadUnitsPerSecond,
        WriteUnitsPerSecond = throughput.WriteUnitsPerSecond,
        Status = Enums.TableStatus.ToSdk(throughput.Status),
    };

    public static TableWarmThroughputDescription? FromSdk(Model.TableWarmThroughputDescription? throughput) => throughput is null ? null : new(
        throughput.ReadUnitsPerSecond ?? 0, throughput.WriteUnitsPerSecond ?? 0, Enums.TableStatus.FromResponse(throughput.Status) ?? default);

    public static Model.GlobalSecondaryIndexWarmThroughputDescription? ToSdk(GlobalSecondaryIndexWarmThroughputDescription? throughput)
        => throughput is null ? null : new()
        {
            ReadUnitsPerSecond = throughput.ReadUnitsPerSecond,
            WriteUnitsPerSecond = throughput.WriteUnitsPerSecond,
            Status = Enums.IndexStatus.ToSdk(throughput.Status),
        };

    public static GlobalSecondaryIndexWarmThroughputDescription? FromSdk(Model.GlobalSecondaryIndexWarmThroughputDescription? throughput)
        => throughput is null ? null : new(
        throughput.ReadUnitsPerSecond ?? 0, throughput.WriteUnitsPerSecond ?? 0, Enums.IndexStatus.FromResponse(throughput.Status) ?? default);
}
