using System.Collections.Immutable;
using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Candidates;
using EFCore.Dynamo.Query.Planning.Paths;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Query.Planning.BulkWrites;

/// <summary>Decides how items are found that are to be written, and under which condition each is.</summary>
internal static class BulkWritePlanner
{
    /// <summary>The plan of a bulk write.</summary>
    /// <exception cref="InvalidOperationException">The options say Throw, and the keys would be read by a scan.</exception>
    public static BulkWritePlan Plan(BulkWriteExpression write, PlanningOptions options)
    {
        var keyNames = FindKeyNames(write.Source);
        var unchanged = FindUnchanged(write, keyNames);
        var read = AccessPlanner.Plan(write.Source.WithProjection([.. keyNames.Select(DocumentPath.Root), .. unchanged]), options);
        var left = write.Source.Conjuncts.Where(conjunct => !IsSaidByKey(conjunct, read.Match)).ToList();
        return new BulkWritePlan
        {
            Write = write,
            Read = read,
            IsDirect = read.Operation == AccessOperation.GetItem && unchanged.IsEmpty && left.TrueForAll(conjunct => conjunct.Predicate is not null)
                && write.Source is { ClientOperators.IsEmpty: true, Offset: null },
            KeyNames = keyNames,
            Conditions = [.. left.Select(conjunct => conjunct.Predicate).OfType<DynamoPredicate>()],
            RowConditions = FindRowConditions(write.Source),
            Unchanged = unchanged,
            Maps = [.. write.Setters.Select(setter => setter.Map).OfType<DocumentPath>().Distinct()],
        };
    }

    private static ImmutableArray<string> FindKeyNames(DynamoQueryExpression source)
    {
        var layout = source.EntityType.GetKeyLayout();
        return layout.SortKey is { } sortKey ? [layout.PartitionKey.AttributeName, sortKey.AttributeName] : [layout.PartitionKey.AttributeName];
    }

    private static ImmutableArray<Expression> FindRowConditions(DynamoQueryExpression source)
        =>
        [
            .. source.Conjuncts.Select(conjunct => conjunct.RowPredicate),
            .. source.ClientOperators.OfType<FilterOperator>().Select(filter => filter.RowPredicate),
        ];

    // What the service computes needs no second look, and a key never changes.
    private static ImmutableArray<DocumentPath> FindUnchanged(BulkWriteExpression write, ImmutableArray<string> keyNames)
    {
        var computed = write.Source.Conjuncts.Where(conjunct => conjunct.Predicate is null).Select(conjunct => conjunct.RowPredicate)
            .Concat(write.Source.ClientOperators.OfType<FilterOperator>().Select(filter => filter.RowPredicate))
            .Concat(write.Setters.Where(setter => setter.Value is null).Select(setter => setter.RowValue));
        return
        [
            .. (ProjectionCollector.Extend([], [.. computed.Select(expression => new FilterOperator(expression))]) ?? [])
                .Where(path => !path.IsTopLevel || !keyNames.Contains(path.RootName, StringComparer.Ordinal)),
        ];
    }

    // An item is written by its key: what the table's key condition says of that is so for ever. An index may be behind the table.
    private static bool IsSaidByKey(QueryConjunct conjunct, PathMatch? match)
        => match is { Path.IsTable: true }
            && ((conjunct.IsTypeDiscriminator && match.ImpliesType)
                || (conjunct.Predicate is { } predicate && match.Consumed.Any(part => ReferenceEquals(part.Predicate, predicate))));
}
