using System.Linq.Expressions;
using System.Text;
using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Candidates;
using EFCore.Dynamo.Query.Planning.Keys;
using EFCore.Dynamo.Query.Planning.Paths;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Planning;

/// <summary>Whether what is looked up lies in the partition of the rows that it is looked up for, so that one Query reads both.</summary>
/// <remarks>
///     Both are read from the table, with the same partition key made of the values that are looked up, and all of the entity type's items in the partition
///     are asked for. The Query reads from the first of their sort keys to the last; it is made only where no other entity type of the model has sort keys in
///     between, which would be read in vain.
/// </remarks>
internal static class SharedPartition
{
    /// <summary>Whether a read takes all items that its entity type has in a partition.</summary>
    public static bool IsOfWholeType(CandidateRead read)
        => read is { IsLimited: false, IsForward: true, Path: { IsTable: true, SortKeys: [var sortKey] }, Match: { } match }
            && read.Operation is AccessOperation.Query or AccessOperation.GetItem or AccessOperation.BatchGetItem
            && (sortKey.Holes.Count == 0
                || (match.SortValues.IsEmpty && match.SortCondition is null or TemplatePrefixCondition { IsTypePrefix: true }));

    /// <summary>Whether two reads are of the same partitions.</summary>
    /// <param name="outer">The rows.</param>
    /// <param name="inner">What is looked up for them.</param>
    /// <param name="lookup">By which values.</param>
    public static bool IsSame(CandidateRead outer, CandidateRead inner, LookupOperator lookup)
        => string.Equals(outer.Path.TableName, inner.Path.TableName, StringComparison.Ordinal)
            && outer.ConsistentRead == inner.ConsistentRead
            && outer.Path.PartitionKeys.Zip(inner.Path.PartitionKeys).All(pair => IsSame(pair.First, pair.Second, lookup));

    /// <summary>The Query that reads the items of several entity types.</summary>
    /// <param name="outer">The rows: it has their partitions.</param>
    /// <param name="inner">What is looked up for them.</param>
    /// <param name="innerTypes">Whose items that are.</param>
    /// <returns>Null where it would read items of others.</returns>
    public static PathMatch? TryCreateMatch(CandidateRead outer, IReadOnlyList<CandidateRead> inner, IReadOnlyList<IEntityType> innerTypes)
    {
        var sortKey = outer.Path.SortKeys[0];
        var templates = inner.Select(read => read.Path.SortKeys[0].Template).Prepend(sortKey.Template).ToList();
        var low = templates.Select(GetLow).Min(Utf8Comparer)!; // there is the outer one
        var high = templates.Select(GetHigh).Max(Utf8Comparer)!; // there is the outer one
        var names = innerTypes.Select(type => type.GetRootType().DisplayName()).ToHashSet(StringComparer.Ordinal);
        var reads = outer.Path.Neighbors.Where(neighbor => !names.Contains(neighbor.EntityTypeName) && IsInPartition(neighbor, outer.Path));
        return reads.Any(neighbor => IsBetween(neighbor, low, high))
            ? null
            : outer.Match! with // a keyed read has one
            {
                SortValues = [],
                SortCondition = low.Length == 0 ? null : new PartitionRangeCondition(sortKey, low, high),
                ImpliesType = false,
            };
    }

    private static readonly Comparer<string> Utf8Comparer
        = Comparer<string>.Create((left, right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)));

    private static bool IsInPartition(NeighborKeys neighbor, AccessPath path)
        => !path.PartitionKeys.Zip(neighbor.PartitionKeys).Any(pair => pair.First.Template.IsDisjointFrom(pair.Second));

    private static bool IsBetween(NeighborKeys neighbor, string low, string high)
        => neighbor.SortKeys is not [var template]
            || (Utf8Comparer.Compare(GetHigh(template), low) >= 0 && Utf8Comparer.Compare(GetLow(template), high) <= 0);

    private static string GetLow(KeyTemplate template)
        => template.IsSingleProperty ? "" : template.LiteralPrefix;

    private static string GetHigh(KeyTemplate template)
        => template.IsConstant ? template.LiteralPrefix : GetLow(template) + KeyTextWriter.MaxText;

    private static bool IsSame(KeyComponent outer, KeyComponent inner, LookupOperator lookup)
        => (outer.Property is null) == (inner.Property is null)
            && outer.Template.Segments.Count == inner.Template.Segments.Count
            && outer.Template.Segments.Zip(inner.Template.Segments).All(pair => IsSame(pair.First, pair.Second))
            && outer.Holes.Zip(inner.Holes).All(pair => IsSame(pair.First, pair.Second) && IsLookedUp(pair.First, pair.Second, lookup));

    private static bool IsSame(KeyTemplateSegment outer, KeyTemplateSegment inner)
        => string.Equals(outer.Literal, inner.Literal, StringComparison.Ordinal)
            && string.Equals(outer.Hole?.Format, inner.Hole?.Format, StringComparison.Ordinal);

    private static bool IsSame(KeyHole outer, KeyHole inner)
        => outer.FormattedType == inner.FormattedType
            && (Nullable.GetUnderlyingType(outer.Property.ClrType) ?? outer.Property.ClrType)
            == (Nullable.GetUnderlyingType(inner.Property.ClrType) ?? inner.Property.ClrType)
            && ExpressionEqualityComparer.Instance.Equals(
                outer.Property.GetTypeMapping().Converter?.ConvertToProviderExpression,
                inner.Property.GetTypeMapping().Converter?.ConvertToProviderExpression);

    private static bool IsLookedUp(KeyHole outer, KeyHole inner, LookupOperator lookup)
        => lookup.Keys.Any(key => FindPath(key.OuterKey) is { } outerPath && outerPath.Equals(KeyPaths.Of(outer))
            && FindPath(key.InnerKey) is { } innerPath && innerPath.Equals(KeyPaths.Of(inner)));

    private static DocumentPath? FindPath(Expression key)
        => key switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert } conversion => FindPath(conversion.Operand),
            AttributeReadExpression read => read.Attribute.Path,
            _ => null,
        };
}
