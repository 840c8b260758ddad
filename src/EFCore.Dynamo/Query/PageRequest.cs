namespace EFCore.Dynamo.Query;

/// <summary>The arguments of one <c>ToPageAsync</c> call.</summary>
internal sealed class PageRequest(int pageSize, string? continuation)
{
    /// <summary>The most items to return.</summary>
    public int PageSize { get; } = pageSize;

    /// <summary>Where to go on; null for the first page.</summary>
    public string? Continuation { get; } = continuation;
}
