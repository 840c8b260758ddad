using EFCore.Dynamo.Operations;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>DescribeLimits and DescribeEndpoints.</summary>
public abstract class AccountContract(IDynamoEndpointFactory factory) : ContractSuite(factory)
{
    [Fact]
    public async Task Limits_are_those_of_a_new_account()
    {
        (await Client.DescribeLimitsAsync(new DescribeLimitsRequest())).ShouldBe(new DescribeLimitsResponse
        {
            AccountMaxReadCapacityUnits = 80_000,
            AccountMaxWriteCapacityUnits = 80_000,
            TableMaxReadCapacityUnits = 40_000,
            TableMaxWriteCapacityUnits = 40_000,
        });
    }

    [Fact]
    public async Task There_is_one_endpoint_for_a_day()
    {
        var endpoint = (await Client.DescribeEndpointsAsync(new DescribeEndpointsRequest())).Endpoints.ShouldHaveSingleItem();

        endpoint.Address.ShouldNotBeNullOrEmpty();
        endpoint.CachePeriodInMinutes.ShouldBe(1440);
    }
}
