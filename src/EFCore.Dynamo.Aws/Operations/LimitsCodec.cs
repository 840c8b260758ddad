using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>DescribeLimits and DescribeEndpoints to the SDK's types and back.</summary>
internal static class LimitsCodec
{
    public static Model.DescribeLimitsResponse ToSdk(DescribeLimitsResponse response) => new()
    {
        AccountMaxReadCapacityUnits = response.AccountMaxReadCapacityUnits,
        AccountMaxWriteCapacityUnits = response.AccountMaxWriteCapacityUnits,
        TableMaxReadCapacityUnits = response.TableMaxReadCapacityUnits,
        TableMaxWriteCapacityUnits = response.TableMaxWriteCapacityUnits,
    };

    public static DescribeLimitsResponse FromSdk(Model.DescribeLimitsResponse response) => new()
    {
        AccountMaxReadCapacityUnits = response.AccountMaxReadCapacityUnits ?? 0,
        AccountMaxWriteCapacityUnits = response.AccountMaxWriteCapacityUnits ?? 0,
        TableMaxReadCapacityUnits = response.TableMaxReadCapacityUnits ?? 0,
        TableMaxWriteCapacityUnits = response.TableMaxWriteCapacityUnits ?? 0,
    };

    public static Model.DescribeEndpointsResponse ToSdk(DescribeEndpointsResponse response) => new()
    {
        Endpoints = Collections.ToSdk(
            response.Endpoints, static endpoint => new Model.Endpoint { Address = endpoint.Address, CachePeriodInMinutes = endpoint.CachePeriodInMinutes }),
    };

    public static DescribeEndpointsResponse FromSdk(Model.DescribeEndpointsResponse response) => new()
    {
        Endpoints = Collections.FromSdk(response.Endpoints, static endpoint => new Endpoint(endpoint.Address, endpoint.CachePeriodInMinutes ?? 0)) ?? [],
    };
}
