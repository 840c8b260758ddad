using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="DeleteTableRequest" />.</summary>
public sealed record DeleteTableResponse(TableDescription TableDescription);
