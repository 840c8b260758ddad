using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Execution.Stages;

/// <summary>The last stage of a query that returns rows: keeps them until the enumerator has shaped them.</summary>
internal sealed class RowBuffer() : RowStage(next: null)
{
    /// <summary>The rows since the last <see cref="List{T}.Clear" />.</summary>
    public List<Item> Rows { get; } = [];

    /// <inheritdoc />
    public override void Push(Item row)
        => Rows.Add(row);
}
