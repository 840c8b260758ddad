using EFCore.Dynamo.Infrastructure;

namespace EFCore.Dynamo.SpecificationTests.TestUtilities;

/// <summary>How this run is to go, which <c>eng/spec-tests</c> says in the environment.</summary>
internal static class SpecificationMode
{
    /// <summary>Whether queries that no key serves are refused.</summary>
    public static ScanBehavior ScanBehavior { get; }
        = Environment.GetEnvironmentVariable("DYNAMO_SPECIFICATION_SCANS") == "refused" ? ScanBehavior.Throw : ScanBehavior.Allow;
}
