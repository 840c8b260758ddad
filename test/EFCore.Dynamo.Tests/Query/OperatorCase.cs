namespace EFCore.Dynamo.Tests.Query;

/// <summary>A query and whether the order of its rows is part of its result.</summary>
internal sealed record OperatorCase(string Name, Func<IQueryable<Order>, object?> Run, bool IsOrdered = true);
