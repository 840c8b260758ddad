using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>
///     Finds the keys that a WHERE clause names: one range of keys for each value of the partition key, and for each listed value of the sort key.
/// </summary>
/// <remarks>
///     Without a value for the partition key the statement is a scan. What the keys do not say exactly stays in the residual condition,
///     so a range may hold more than the clause selects, never less. Keys of several attributes do not come here: <see cref="StatementTables" />.
/// </remarks>
internal sealed class KeyAccessPlanner(KeyLayout key, PartiQlTranslator translator)
{
    /// <summary>The service's limit on values of a partition key.</summary>
    private const int MaxPartitionValues = 50;

    /// <summary>The service's limit on candidates of <c>IN</c>: more accesses than that are no point reads any more.</summary>
    private const int MaxPoints = 100;

    public KeyAccessPlan Plan(ConditionNode? where)
    {
        var predicates = new KeyPredicates(translator, where);
        if (FindAccesses(predicates) is { } accesses)
        {
            return new(accesses, predicates.Residual);
        }

        // An OR whose every branch names keys reads the keys of all of them.
        foreach (var conjunct in predicates.Conjuncts)
        {
            if (conjunct is ConditionNode.Or or && FindBranches(or) is { } branches)
            {
                return new(Merge(branches), where);
            }
        }

        return new(null, where);
    }

    private List<KeyConditions>? FindAccesses(KeyPredicates predicates)
    {
        var partitions = FindPartitions(predicates);
        if (partitions is null)
        {
            return null;
        }

        var sortKeys = FindSortKeys(predicates);
        var accesses = new List<KeyConditions>(partitions.Count * sortKeys.Count);
        foreach (var partition in partitions)
        {
            foreach (var sortKey in sortKeys)
            {
                accesses.Add(new([partition], sortKey));
            }
        }

        return accesses;
    }

    /// <summary>The partition key values; null where no condition says.</summary>
    private List<AttributeValue>? FindPartitions(KeyPredicates predicates)
    {
        var values = predicates.TakeValues(key.PartitionKey[0], int.MaxValue);
        return values?.Count > MaxPartitionValues ? throw new DynamoValidationException(PartiQlTexts.TooManyPartitionValues(values.Count)) : values;
    }

    /// <summary>The conditions on the sort key: one for each of its values, or a range, or none.</summary>
    private List<SortKeyCondition[]> FindSortKeys(KeyPredicates predicates)
    {
        if (key.SortKey is not [var attribute])
        {
            return [[]];
        }

        if (predicates.TakeValues(attribute, MaxPoints) is { } values)
        {
            return values.ConvertAll(static value => new SortKeyCondition[] { new(SortKeyOperator.Equal, value) });
        }

        return SortKeyPredicates.TakeRange(predicates, attribute) is { } range ? [[range]] : [[]];
    }

    private List<KeyConditions>? FindBranches(ConditionNode.Or or)
    {
        var accesses = new List<KeyConditions>();
        foreach (var branch in or.Conditions)
        {
            if (FindAccesses(new KeyPredicates(translator, branch)) is not { } found)
            {
                return null;
            }

            accesses.AddRange(found);
        }

        return accesses;
    }

    /// <summary>Ranges of one partition may overlap, and no item may be read twice: unless all are single keys, the partition is read as a whole.</summary>
    private List<KeyConditions> Merge(List<KeyConditions> accesses)
    {
        var merged = new List<KeyConditions>();
        foreach (var partition in accesses.GroupBy(static access => access.PartitionKey[0]))
        {
            if (partition.Skip(1).Any() && !partition.All(IsSingleKey))
            {
                merged.Add(new([partition.Key], []));
            }
            else
            {
                merged.AddRange(partition.DistinctBy(static access => access.SortKey.IsEmpty ? default(AttributeValue?) : access.SortKey[0].Value));
            }
        }

        return merged.Count <= MaxPartitionValues * MaxPoints ? merged : throw new DynamoValidationException(PartiQlTexts.TooManyPartitionValues(merged.Count));
    }

    private bool IsSingleKey(KeyConditions access)
        => access.SortKey.Length == key.SortKey.Length && (access.SortKey.IsEmpty || access.SortKey[0].Operator == SortKeyOperator.Equal);
}
