using EFCore.Dynamo.Query.Planning;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>A compiled query with its values bound, not yet executed.</summary>
internal interface IPlannedQuery
{
    /// <summary>What it will do.</summary>
    AccessPlan Plan { get; }
}
