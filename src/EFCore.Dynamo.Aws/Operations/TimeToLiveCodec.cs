using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>UpdateTimeToLive and DescribeTimeToLive to the SDK's types and back.</summary>
internal static class TimeToLiveCodec
{
    public static Model.UpdateTimeToLiveRequest ToSdk(UpdateTimeToLiveRequest request)
        => new() { TableName = request.TableName, TimeToLiveSpecification = ToSdk(request.TimeToLiveSpecification) };

    public static UpdateTimeToLiveRequest FromSdk(Model.UpdateTimeToLiveRequest request)
        => new() { TableName = request.TableName, TimeToLiveSpecification = FromSdk(request.TimeToLiveSpecification) };

    public static Model.UpdateTimeToLiveResponse ToSdk(UpdateTimeToLiveResponse response)
        => new() { TimeToLiveSpecification = ToSdk(response.TimeToLiveSpecification) };

    public static UpdateTimeToLiveResponse FromSdk(Model.UpdateTimeToLiveResponse response)
        => new(FromSdk(response.TimeToLiveSpecification) ?? new(null, null));

    public static Model.DescribeTimeToLiveRequest ToSdk(DescribeTimeToLiveRequest request) => new() { TableName = request.TableName };

    public static DescribeTimeToLiveRequest FromSdk(Model.DescribeTimeToLiveRequest request) => new() { TableName = request.TableName };

    public static Model.DescribeTimeToLiveResponse ToSdk(DescribeTimeToLiveResponse response) => new()
    {
        TimeToLiveDescription = new Model.TimeToLiveDescription
        {
            TimeToLiveStatus = Enums.TimeToLiveStatus.ToSdk(response.TimeToLiveDescription.TimeToLiveStatus),
            AttributeName = response.TimeToLiveDescription.AttributeName,
        },
    };

    public static DescribeTimeToLiveResponse FromSdk(Model.DescribeTimeToLiveResponse response) => new(new TimeToLiveDescription(
        Enums.TimeToLiveStatus.FromResponse(response.TimeToLiveDescription?.TimeToLiveStatus) ?? TimeToLiveStatus.Disabled,
        response.TimeToLiveDescription?.AttributeName));

    private static Model.TimeToLiveSpecification? ToSdk(TimeToLiveSpecification? specification)
        => specification is null ? null : new() { Enabled = specification.Enabled, AttributeName = specification.AttributeName };

    private static TimeToLiveSpecification? FromSdk(Model.TimeToLiveSpecification? specification)
        => specification is null ? null : new(specification.Enabled, specification.AttributeName);
}
