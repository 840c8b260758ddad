using System.Reflection;
using Shouldly;

namespace EFCore.Dynamo.Contracts;

/// <summary>Every suite runs on every end: a new suite must not be forgotten by one.</summary>
public static class ContractCoverage
{
    /// <summary>Fails when the assembly has no tests of a suite, unless it says why.</summary>
    /// <param name="end">The test assembly of one end.</param>
    /// <param name="except">Suites that this end cannot have.</param>
    public static void ShouldBeComplete(Assembly end, params Type[] except)
    {
        ArgumentNullException.ThrowIfNull(end);
        var covered = end.GetTypes().Where(static type => !type.IsAbstract).Select(static type => type.BaseType).ToHashSet();
        var suites = typeof(ContractSuite).Assembly.GetTypes().Where(
            static type => type.IsAbstract && type.IsSubclassOf(typeof(ContractSuite)) && type.Name.EndsWith("Contract", StringComparison.Ordinal));
        suites.Where(suite => !covered.Contains(suite) && !except.Contains(suite)).ShouldBeEmpty();
    }
}
