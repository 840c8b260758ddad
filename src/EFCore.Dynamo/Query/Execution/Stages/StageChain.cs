using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>Puts the stages of an execution together and runs them.</summary>
internal static class StageChain
{
    /// <summary>Creates the stages before a last one.</summary>
    /// <returns>The first stage.</returns>
    public static RowStage Create(IRowStageFactory[] factories, QueryContext context, RowStage last)
    {
        var stage = last;
        for (var i = factories.Length - 1; i >= 0; i--)
        {
            stage = factories[i].Create(context, stage);
        }

        return stage;
    }

    /// <summary>Hands the rows of a page to the first stage, until it is done.</summary>
    public static void Push(RowStage first, IReadOnlyList<Item> rows)
    {
        for (var i = 0; i < rows.Count && !first.IsDone; i++)
        {
            first.Push(rows[i]);
        }
    }
}
