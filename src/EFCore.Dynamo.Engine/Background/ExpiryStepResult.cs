namespace EFCore.Dynamo.Engine.Background;

/// <summary>What a small transaction of the background came to.</summary>
internal enum ExpiryStepResult
{
    /// <summary>Nothing is left to do.</summary>
    Done,

    /// <summary>There is more.</summary>
    More,

    /// <summary>The table was changed or deleted; nothing was done.</summary>
    Stale,
}
