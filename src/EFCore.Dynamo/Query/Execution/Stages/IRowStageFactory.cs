using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>A client operator of a compiled query; shared by its executions.</summary>
internal interface IRowStageFactory
{
    /// <summary>Whether the operator keeps rows when their page is done, so that the page's memory must stay.</summary>
    bool KeepsRows
        => false;

    /// <summary>The operator for one execution.</summary>
    RowStage Create(QueryContext context, RowStage next);
}
