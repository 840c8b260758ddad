using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="UpdateTableRequest" />.</summary>
public sealed record UpdateTableResponse(TableDescription TableDescription);
