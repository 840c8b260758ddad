namespace EFCore.Dynamo.Engine.Catalog;

/// <summary>A status that ends by itself.</summary>
/// <param name="Status">The status until then.</param>
/// <param name="Until">When it ends.</param>
internal sealed record PendingStatus<TStatus>(TStatus Status, DateTimeOffset Until)
    where TStatus : struct, Enum;
