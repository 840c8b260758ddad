using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="CreateTableRequest" />.</summary>
public sealed record CreateTableResponse(TableDescription TableDescription);
