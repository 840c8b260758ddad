using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Operations;

/// <summary>The answer to <see cref="DescribeTableRequest" />.</summary>
public sealed record DescribeTableResponse(TableDescription Table);
