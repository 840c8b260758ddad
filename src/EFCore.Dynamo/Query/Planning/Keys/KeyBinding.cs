namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>The values of one execution: the query's parameters, and one element of each list that is looked up.</summary>
/// <param name="parameters">By name, as EF extracted them.</param>
/// <param name="listValues">By the number of the list; null where the plan has no lists.</param>
internal readonly ref struct KeyBinding(IReadOnlyDictionary<string, object?> parameters, object?[]? listValues)
{
    public IReadOnlyDictionary<string, object?> Parameters { get; } = parameters;

    public object?[]? ListValues { get; } = listValues;
}
