using EFCore.Dynamo.Query.Execution.Sources;

namespace EFCore.Dynamo.Query.Execution.Lookups;

/// <summary>A client operator that waits for another source; shared by the executions of a query.</summary>
internal interface IPipelineStep
{
    /// <summary>The rows of one execution behind the step.</summary>
    /// <param name="context">The execution.</param>
    /// <param name="source">The rows before it, disposed with the result.</param>
    /// <param name="budget">What all sources of the execution may read together.</param>
    PageSource Apply(DynamoQueryContext context, PageSource source, ReadBudget budget);
}
