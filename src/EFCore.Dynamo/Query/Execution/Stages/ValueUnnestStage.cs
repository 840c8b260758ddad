using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>Makes a row of each value in a list or set of the row; a value that is null leaves its slot empty.</summary>
internal sealed class ValueUnnestStage(QueryContext context, AttributePathReader path, AttributeName slotName, bool isLeft, RowStage next) : RowStage(next)
{
    /// <inheritdoc />
    public override void Push(Item row)
    {
        var count = path.TryFindValue(row, context, out var values) ? values.Count : 0;
        for (var i = 0; i < count && !IsDone; i++)
        {
            var value = values.Span[i];
            PushNext(value.Type == AttributeType.Null ? row : RowCopies.WithValue(row, slotName, value));
        }

        if (count == 0 && isLeft)
        {
            PushNext(row);
        }
    }

    internal sealed class Factory(AttributePathReader path, AttributeName slotName, bool isLeft) : IRowStageFactory
    {
        public RowStage Create(QueryContext context, RowStage next)
            => new ValueUnnestStage(context, path, slotName, isLeft, next);
    }
}
