using System.Collections.Immutable;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Filters;
using EFCore.Dynamo.Query.Planning.Keys;
using EFCore.Dynamo.Query.Planning.Paths;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Requests;

/// <summary>Makes the texts of a plan's requests, once for each form of its sort key condition.</summary>
/// <remarks>
///     Only a filter whose text depends on values (nulls, lists, values that are none of the attribute's type) is written anew for each execution.
/// </remarks>
internal sealed class RequestTextFactory
{
    private readonly PathMatch? _match;
    private readonly ImmutableArray<DynamoPredicate> _filter;
    private readonly ImmutableArray<DocumentPath>? _projection;
    private readonly bool _isFilterDynamic;
    private readonly ParameterOperand[] _fitting;
    private readonly RequestTexts?[] _texts = new RequestTexts?[(int)SortConditionKind.Never];

    public RequestTextFactory(PathMatch? match, ImmutableArray<DynamoPredicate> filter, ImmutableArray<DocumentPath>? projection)
    {
        _match = match;
        _filter = filter;
        _projection = projection;
        _isFilterDynamic = filter.Any(FilterWriter.DependsOnValues);
        _fitting = [.. filter.SelectMany(ParameterReferences.Find).Where(p => p.MayNotFit || p.IsBoxed)];
    }

    /// <summary>The value placeholders of partition keys; a global secondary index has up to four.</summary>
    public static ImmutableArray<AttributeName> PartitionValues { get; } = [new(":p0"), new(":p1"), new(":p2"), new(":p3")];

    /// <summary>The value placeholders of equalities on sort keys.</summary>
    public static ImmutableArray<AttributeName> SortValues { get; } = [new(":s0"), new(":s1"), new(":s2"), new(":s3")];

    /// <summary>The value placeholder of a sort key condition, or of its lower bound.</summary>
    public static AttributeName First { get; } = new(":v0");

    /// <summary>The value placeholder of the upper bound of BETWEEN.</summary>
    public static AttributeName Second { get; } = new(":v1");

    /// <summary>The texts for one form of the sort key condition.</summary>
    public RequestTexts Get(SortConditionKind kind, IReadOnlyDictionary<string, object?> parameters)
        => _isFilterDynamic || HasUnfit(parameters) ? Create(kind, parameters) : _texts[(int)kind] ??= Create(kind, parameters: null);

    private bool HasUnfit(IReadOnlyDictionary<string, object?> parameters)
    {
        foreach (var parameter in _fitting)
        {
            if (parameter.TypeMapping is DynamoTypeMapping mapping
                && parameters.GetValueOrDefault(parameter.Name) is { } value
                && ParameterValues.Fit(value, mapping.Codec, parameter.IsBoxed) != ValueFit.Fits)
            {
                return true;
            }
        }

        return false;
    }

    private RequestTexts Create(SortConditionKind kind, IReadOnlyDictionary<string, object?>? parameters)
    {
        var names = new NameTable();
        var keyCondition = _match is null ? null : WriteKeyCondition(_match, kind, names);
        var projection = _projection is { } paths ? string.Join(", ", paths.Select(p => names.Write(p))) : null;
        var filter = FilterWriter.Write(_filter, names, parameters);
        return new(keyCondition, projection, filter, names.ToDictionary());
    }

    private static string WriteKeyCondition(PathMatch match, SortConditionKind kind, NameTable names)
    {
        var conditions = match.PartitionValues.Select((v, i) => $"{names.GetPlaceholder(v.Component.AttributeName)} = {PartitionValues[i].Text}")
            .Concat(match.SortValues.Select((v, i) => $"{names.GetPlaceholder(v.Component.AttributeName)} = {SortValues[i].Text}"))
            .ToList();
        if (kind != SortConditionKind.None)
        {
            conditions.Add(
                WriteSortCondition(kind, names.GetPlaceholder(match.SortCondition!.Component.AttributeName))); // a form other than None comes from one
        }

        return string.Join(" AND ", conditions);
    }

    private static string WriteSortCondition(SortConditionKind kind, string name)
        => kind switch
        {
            SortConditionKind.Equal => $"{name} = {First.Text}",
            SortConditionKind.LessThan => $"{name} < {First.Text}",
            SortConditionKind.LessThanOrEqual => $"{name} <= {First.Text}",
            SortConditionKind.GreaterThan => $"{name} > {First.Text}",
            SortConditionKind.GreaterThanOrEqual => $"{name} >= {First.Text}",
            SortConditionKind.Between => $"{name} BETWEEN {First.Text} AND {Second.Text}",
            _ => $"begins_with({name}, {First.Text})",
        };
}
