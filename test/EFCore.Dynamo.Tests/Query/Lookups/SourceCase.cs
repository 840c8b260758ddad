namespace EFCore.Dynamo.Tests.Query.Lookups;

/// <summary>A query over several sources, and whether the order of its rows is part of its result.</summary>
internal sealed record SourceCase(string Name, Func<LibrarySets, object?> Run, bool IsOrdered = false);
