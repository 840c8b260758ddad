namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Orders binary values as DynamoDB does: as unsigned bytes, null first.</summary>
internal sealed class BinaryOrder : IComparer<byte[]>
{
    /// <summary>The only instance.</summary>
    public static readonly BinaryOrder Instance = new();

    private BinaryOrder()
    {
    }

    /// <inheritdoc />
    public int Compare(byte[]? x, byte[]? y)
        => x is null || y is null ? (x is not null).CompareTo(y is not null) : x.AsSpan().SequenceCompareTo(y);
}
