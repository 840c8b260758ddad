namespace EFCore.Dynamo.Engine.Schema;

/// <summary>Time to live as a table's definition holds it, while it is on.</summary>
/// <param name="IndexId">The prefix of the entries by expiry; a new one each time it is switched on, never reused.</param>
/// <param name="AttributeName">The attribute that holds seconds since 1970.</param>
internal sealed record TimeToLiveDocument(uint IndexId, string AttributeName);
