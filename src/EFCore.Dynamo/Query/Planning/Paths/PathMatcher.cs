using System.Collections.Immutable;
using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Constraints;
using EFCore.Dynamo.Query.Planning.Keys;

namespace EFCore.Dynamo.Query.Planning.Paths;

/// <summary>Binds the keys of one access path with the constraints of a query.</summary>
/// <remarks>
///     Every partition key needs an equality (or a list), then sort keys from left to right: equalities, at last one range or prefix. A template is bound when
///     all its holes are; its first holes alone are a prefix.
/// </remarks>
internal sealed class PathMatcher
{
    private readonly AccessPath _path;
    private readonly KeyConstraints _constraints;
    private readonly ConsumedParts _consumed = new();
    private readonly ImmutableArray<KeyList>.Builder _lists = ImmutableArray.CreateBuilder<KeyList>();
    private readonly ImmutableArray<KeyValue>.Builder _sortValues = ImmutableArray.CreateBuilder<KeyValue>();
    private readonly ImmutableArray<ParameterOperand>.Builder _nullableKeys = ImmutableArray.CreateBuilder<ParameterOperand>();

    private SortCondition? _sortCondition;

    private PathMatcher(AccessPath path, KeyConstraints constraints)
    {
        _path = path;
        _constraints = constraints;
    }

    /// <summary>Tries a path.</summary>
    /// <param name="path">The table or index.</param>
    /// <param name="constraints">What the query says about attributes.</param>
    /// <param name="refusal">Why the path cannot serve the query; null where it can.</param>
    public static PathMatch? TryMatch(AccessPath path, KeyConstraints constraints, out string? refusal)
        => new PathMatcher(path, constraints).TryMatch(out refusal);

    private PathMatch? TryMatch(out string? refusal)
    {
        var partitionValues = ImmutableArray.CreateBuilder<KeyValue>(_path.PartitionKeys.Length);
        foreach (var component in _path.PartitionKeys)
        {
            if (TryBindEqual(component, allowsLists: true) is not { } value)
            {
                refusal = $"no equality on {FindMissing(component)}, of its partition key {component}";
                return null;
            }

            partitionValues.Add(value);
        }

        MatchSortKeys();
        refusal = FindSparseAttribute();
        if (refusal is not null)
        {
            return null;
        }

        var rivals = _path.Neighbors.Where(n => !IsPartitionDisjoint(n)).ToList();
        AddTypePrefix(rivals);
        var impliesType = !_path.HasSiblings && rivals.All(IsSortDisjoint);
        return new(
            _path,
            partitionValues.ToImmutable(),
            _sortValues.ToImmutable(),
            _sortCondition,
            _lists.ToImmutable(),
            _consumed.ToSet(),
            _nullableKeys.ToImmutable(),
            impliesType);
    }

    private void MatchSortKeys()
    {
        // A list in a sort key pays where each element is an item of its own; otherwise one Query with a filter reads less often.
        var allowsLists = _path.IsTable;
        foreach (var component in _path.SortKeys)
        {
            if (TryBindEqual(component, allowsLists) is { } value)
            {
                _sortValues.Add(value);
                continue;
            }

            _sortCondition = component.Property is null ? TryBindTemplate(component) : TryBindBare(component);
            return;
        }
    }

    private KeyValue? TryBindEqual(KeyComponent component, bool allowsLists)
    {
        // Nothing is consumed, and no list taken, unless all holes are bound.
        if (!component.Holes.All(allowsLists ? IsBound : IsPinned))
        {
            return null;
        }

        var slots = component.Holes.Select(h => Bind(component, h)).ToImmutableArray();
        return component.Property is null ? new TemplateKeyValue(component, slots) : new BareKeyValue(component, slots[0]);
    }

    private bool IsBound(KeyHole hole) => _constraints.Find(KeyPaths.Of(hole)) is { Equalities.Count: > 0 } or { Lists.Count: > 0 };

    private bool IsPinned(KeyHole hole) => _constraints.IsPinned(KeyPaths.Of(hole));

    private ValueSlot Bind(KeyComponent component, KeyHole hole)
    {
        var path = KeyPaths.Of(hole);
        var constraints = _constraints.Find(path)!; // IsBound was asked before
        var isExact = component.Property is not null || (hole.Hole.Shape.IsInjective && hole.Hole.IsDelimited);
        var nullRefusal = _path.IsTable || KeyPaths.IsAlwaysPresent(hole) ? null : PlanningStrings.IndexHasNoNulls(_path.ToString(), path.ToString());

        // A bare property is written by its own codec, which knows the converter; a template formats the converted value.
        var converter = component.Property is null ? hole.Converter : null;
        if (constraints.Equalities is [var equality, ..])
        {
            Consume(equality.Part, isExact);
            if (nullRefusal is not null && equality.Value is ParameterOperand { IsNullable: true } parameter)
            {
                _nullableKeys.Add(parameter);
            }

            return ValueSlot.OfOperand(equality.Value, hole.Property.ClrType, converter, nullRefusal);
        }

        var list = constraints.Lists[0];
        Consume(list.Part, isExact);
        _lists.Add(new(list, nullRefusal));
        return ValueSlot.OfList(list, _lists.Count - 1, hole.Property.ClrType, converter);
    }

    private SortCondition? TryBindTemplate(KeyComponent component)
    {
        var bound = component.Holes.TakeWhile(IsPinned).Count();
        var slots = component.Holes.Take(bound).Select(h => Bind(component, h)).ToImmutableArray();
        var next = component.Holes[bound];
        var constraints = _constraints.Find(KeyPaths.Of(next));
        if (constraints is { Prefixes: [var prefix, ..] } && next.FormattedType == typeof(string) && string.IsNullOrEmpty(next.Hole.Format))
        {
            // With text behind the hole, a searched prefix that contains its separator would match shorter values as well.
            Consume(prefix.Part, next.Hole.IsLast && next.Hole.FollowingLiteral.Length == 0);
            return new TemplatePrefixCondition(component, slots, ValueSlot.OfOperand(prefix.Value, next.Property.ClrType, next.Converter));
        }

        if (constraints is not null && next.Hole.Order != KeyOrder.None && next.Converter is null)
        {
            var lower = TakeBound(constraints.LowerBounds, b => TemplateRangeCondition.IsExact(next.Hole, isUpper: false, b.IsInclusive));
            var upper = TakeBound(constraints.UpperBounds, b => TemplateRangeCondition.IsExact(next.Hole, isUpper: true, b.IsInclusive));
            if (lower is not null || upper is not null)
            {
                return new TemplateRangeCondition(component, slots, lower, upper);
            }
        }

        return slots.IsEmpty ? null : new TemplatePrefixCondition(component, slots, start: null);
    }

    private SortCondition? TryBindBare(KeyComponent component)
    {
        var hole = component.Holes[0];
        if (_constraints.Find(KeyPaths.Of(hole)) is not { } constraints)
        {
            return null;
        }

        if (constraints.Prefixes is [var prefix, ..])
        {
            Consume(prefix.Part, isExact: true);
            return new BarePrefixCondition(component, ValueSlot.OfOperand(prefix.Value));
        }

        if (!component.Codec.IsOrderPreserving)
        {
            return null;
        }

        var isTwoSided = constraints is { LowerBounds.Count: > 0, UpperBounds.Count: > 0 };
        bool IsExact(ValueConstraint bound) => bound.IsInclusive || !isTwoSided || NeighboringValue.IsDefinedFor(component.Codec.ClrType);
        var lower = TakeBound(constraints.LowerBounds, IsExact);
        var upper = TakeBound(constraints.UpperBounds, IsExact);
        return lower is null && upper is null ? null : new BareRangeCondition(component, lower, upper);
    }

    private RangeBound? TakeBound(List<ValueConstraint> bounds, Func<ValueConstraint, bool> isExact)
    {
        if (bounds is not [var bound, ..])
        {
            return null;
        }

        Consume(bound.Part, isExact(bound));
        return new(ValueSlot.OfOperand(bound.Value), bound.IsInclusive);
    }

    private void Consume(ConditionPart part, bool isExact)
    {
        if (isExact)
        {
            _consumed.Add(part);
        }
    }

    private string FindMissing(KeyComponent component)
        => string.Join(" and ", component.Holes.Where(h => !IsBound(h)).Select(h => KeyPaths.Of(h).ToString()));

    // An index leaves out items that lack any of its key attributes; it may be read only where the result has no such items.
    private string? FindSparseAttribute()
    {
        if (_path.IsTable)
        {
            return null;
        }

        foreach (var hole in _path.KeyComponents.SelectMany(c => c.Holes).Where(h => !KeyPaths.IsAlwaysPresent(h)))
        {
            var constraints = _constraints.Find(KeyPaths.Of(hole));
            // A value of the key condition itself is checked for null when it is bound.
            var isKeyEquality = IsBound(hole)
                && (_path.PartitionKeys.Any(c => c.Holes.Contains(hole)) || _sortValues.Any(v => v.Component.Holes.Contains(hole)));
            if (!isKeyEquality && constraints is not { IsPresent: true })
            {
                return $"it leaves out items without {KeyPaths.Of(hole)}, and no condition does";
            }
        }

        return null;
    }

    private bool IsPartitionDisjoint(NeighborKeys neighbor)
        => _path.PartitionKeys.Zip(neighbor.PartitionKeys).Any(pair => pair.First.Template.IsDisjointFrom(pair.Second));

    // Only where a condition holds the read to the own template's keys.
    private bool IsSortDisjoint(NeighborKeys neighbor)
    {
        var conditionCount = _sortValues.Count + (_sortCondition is null ? 0 : 1);
        return _path.SortKeys.Zip(neighbor.SortKeys).Take(conditionCount).Any(
            pair => pair.First.Property is null && pair.First.Template.IsDisjointFrom(pair.Second));
    }

    // Other entity types share the partition: what the own keys start with leaves them out before they are read.
    private void AddTypePrefix(List<NeighborKeys> rivals)
    {
        if (_sortCondition is not null || _sortValues.Count == _path.SortKeys.Length)
        {
            return;
        }

        var index = _sortValues.Count;
        var component = _path.SortKeys[index];
        if (component.Property is null && component.Template.LiteralPrefix.Length > 0
            && rivals.Any(n => index < n.SortKeys.Length && component.Template.IsDisjointFrom(n.SortKeys[index])))
        {
            _sortCondition = new TemplatePrefixCondition(component, [], start: null);
        }
    }
}
