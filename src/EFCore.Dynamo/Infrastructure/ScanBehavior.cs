namespace EFCore.Dynamo.Infrastructure;

/// <summary>What happens to a query that no key or index can serve, and that does not say <c>AllowScan()</c>.</summary>
public enum ScanBehavior
{
    /// <summary>It throws before its first request. The default.</summary>
    Throw,

    /// <summary>It runs, and a warning is logged.</summary>
    Warn,

    /// <summary>It runs.</summary>
    Allow,
}
