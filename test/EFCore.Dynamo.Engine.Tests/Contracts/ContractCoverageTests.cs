using EFCore.Dynamo.Contracts;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Contracts;

public sealed class ContractCoverageTests
{
    [Fact]
    public void Every_suite_runs_on_this_end() => ContractCoverage.ShouldBeComplete(typeof(ContractCoverageTests).Assembly);
}
