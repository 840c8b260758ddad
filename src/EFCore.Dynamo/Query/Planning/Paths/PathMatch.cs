using System.Collections.Immutable;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Constraints;
using EFCore.Dynamo.Query.Planning.Keys;

namespace EFCore.Dynamo.Query.Planning.Paths;

/// <summary>How the conditions of a query bind the keys of one access path.</summary>
/// <param name="Path">The table or index.</param>
/// <param name="PartitionValues">One value a partition key.</param>
/// <param name="SortValues">Equalities on the first sort keys.</param>
/// <param name="SortCondition">A range or prefix of the sort key after them; null where there is none.</param>
/// <param name="Lists">The lists that are looked up, by number: each combination of their elements is a key of its own.</param>
/// <param name="Consumed">The conditions that the keys say exactly, and so need no filter.</param>
/// <param name="NullableKeys">The parameters that are compared with keys of an index and may be null: the index has no items without its keys.</param>
/// <param name="ImpliesType">Whether items with these keys are all of the query's entity type.</param>
internal sealed record PathMatch(
    AccessPath Path,
    ImmutableArray<KeyValue> PartitionValues,
    ImmutableArray<KeyValue> SortValues,
    SortCondition? SortCondition,
    ImmutableArray<KeyList> Lists,
    ImmutableHashSet<ConditionPart> Consumed,
    ImmutableArray<ParameterOperand> NullableKeys,
    bool ImpliesType)
{
    /// <summary>Whether each combination of values names one item.</summary>
    public bool IsFullKey => Path.IsTable && SortValues.Length == Path.SortKeys.Length;

    /// <summary>Whether an execution can ask for null where the index has no items.</summary>
    public bool MayAskForNull => !NullableKeys.IsEmpty || Lists.Any(l => l.NullRefusal is not null);

    /// <summary>Whether an execution does.</summary>
    public bool AsksForNull(IReadOnlyDictionary<string, object?> parameters)
        => NullableKeys.Any(p => parameters.GetValueOrDefault(p.Name) is null)
            || Lists.Any(l => l.NullRefusal is not null && ListValues.HasNull(l.Constraint, parameters));
}
