using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning;
using EFCore.Dynamo.Query.Planning.Requests;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Comparator = EFCore.Dynamo.Query.Algebra.Comparator;

namespace EFCore.Dynamo.Tests.Query.Planning;

/// <summary>Builds what the translation would hand over, and plans it.</summary>
internal sealed class PlannedQuery<TEntity>
{
    private static readonly Expression Row = Expression.Constant(true);

    private readonly IEntityType _entityType = PlanningModel.Instance.FindEntityType(typeof(TEntity))!;
    private readonly Dictionary<string, object?> _parameters = new(StringComparer.Ordinal);

    private DynamoQueryExpression _query;

    public PlannedQuery() => _query = new(_entityType, _entityType.GetDynamoTableName()!);

    public PlannedQuery<TEntity> Where(DynamoPredicate? predicate, bool isTypeDiscriminator = false)
        => With(_query.AddConjunct(new(predicate, Row, isTypeDiscriminator)));

    public PlannedQuery<TEntity> Compare(string property, Comparator comparator, object value)
        => Where(new ComparisonPredicate(comparator, Attribute(property), Constant(property, value)));

    public PlannedQuery<TEntity> Equal(string property, object value) => Compare(property, Comparator.Equal, value);

    public PlannedQuery<TEntity> NotEqual(string property, object value) => Compare(property, Comparator.NotEqual, value);

    public PlannedQuery<TEntity> AtLeast(string property, object value) => Compare(property, Comparator.GreaterThanOrEqual, value);

    public PlannedQuery<TEntity> Above(string property, object value) => Compare(property, Comparator.GreaterThan, value);

    public PlannedQuery<TEntity> AtMost(string property, object value) => Compare(property, Comparator.LessThanOrEqual, value);

    public PlannedQuery<TEntity> Below(string property, object value) => Compare(property, Comparator.LessThan, value);

    public PlannedQuery<TEntity> Between(string property, object low, object high)
        => Where(new BetweenPredicate(Attribute(property), Constant(property, low), Constant(property, high)));

    public PlannedQuery<TEntity> StartsWith(string property, string prefix) => Where(new BeginsWithPredicate(Attribute(property), Constant(property, prefix)));

    public PlannedQuery<TEntity> IsNull(string property) => Where(new NullPredicate(Attribute(property)));

    public PlannedQuery<TEntity> In(string property, params object[] values)
        => Where(new InPredicate(Attribute(property), [.. values.Select(v => Constant(property, v))]));

    public PlannedQuery<TEntity> InParameter(string property, string name, object? values = null)
    {
        _parameters[name] = values;
        return Where(new InParameterPredicate(Attribute(property), new(name, Mapping(property), IsNullable: false)));
    }

    public PlannedQuery<TEntity> EqualParameter(string property, string name, object? value = null, bool isNullable = false)
        => CompareParameter(property, Comparator.Equal, name, value, isNullable);

    public PlannedQuery<TEntity> CompareParameter(string property, Comparator comparator, string name, object? value = null, bool isNullable = false)
    {
        _parameters[name] = value;
        return Where(new ComparisonPredicate(comparator, Attribute(property), new ParameterOperand(name, Mapping(property), isNullable)));
    }

    public PlannedQuery<TEntity> OfType() => Where(
        new ComparisonPredicate(Comparator.Equal, Attribute("Discriminator"), Constant("Discriminator", typeof(TEntity).Name)),
        isTypeDiscriminator: true);

    public PlannedQuery<TEntity> ClientOnly() => Where(predicate: null);

    public PlannedQuery<TEntity> OrderBy(string property, bool isAscending = true)
        => With(_query.WithOrderings(_query.Orderings.Add(new(Attribute(property), Row, isAscending))));

    public PlannedQuery<TEntity> OrderByComputed() => With(_query.WithOrderings([new(null, Row, true)]));

    public PlannedQuery<TEntity> Reverse() => With(_query.WithReversed(true));

    public PlannedQuery<TEntity> Take(int count) => With(_query.WithLimit(new ConstantOperand(count, null)));

    public PlannedQuery<TEntity> TakeParameter(string name, int value)
    {
        _parameters[name] = value;
        return With(_query.WithLimit(new ParameterOperand(name, null, IsNullable: false)));
    }

    public PlannedQuery<TEntity> Skip(int count) => With(_query.WithOffset(new ConstantOperand(count, null)));

    public PlannedQuery<TEntity> Aggregate(AggregateKind kind, string? property = null)
        => With(_query.WithAggregate(new(kind, property is null ? null : Attribute(property), property is null ? null : Row, typeof(int))));

    public PlannedQuery<TEntity> Project(params string[] properties) => With(_query.WithProjection([.. properties.Select(p => Attribute(p).Path)]));

    public PlannedQuery<TEntity> AllowScan() => With(_query.WithOptions(_query.Options with { AllowScan = true }));

    public PlannedQuery<TEntity> Consistent() => With(_query.WithOptions(_query.Options with { ConsistentRead = true }));

    public AccessPlan Plan(ScanBehavior scanBehavior = ScanBehavior.Throw, bool consistentRead = false)
        => AccessPlanner.Plan(_query, new(scanBehavior, consistentRead));

    public string Text(bool withValues = false) => withValues ? Plan().ToString(_parameters) : Plan().ToString();

    public BoundAccess Bind()
    {
        var bound = Plan().Bind(_parameters);
        RequestGrammar.Check(bound);
        return bound;
    }

    /// <summary>The only Query with its placeholders replaced by what they stand for.</summary>
    /// <summary>The request of a Query; what the plan prints of a range of keys is what is sent.</summary>
    public string Request()
    {
        var request = Describe(Bind().Query);
        var printed = Regex.Match(
            Text(withValues: true), "BETWEEN \"(?<low>.*?)\" AND \"(?<high>.*?)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        if (printed.Success)
        {
            request.ShouldContain($"BETWEEN '{Unescape(printed.Groups["low"].Value)}' AND '{Unescape(printed.Groups["high"].Value)}'");
        }

        return request;
    }

    private static string Unescape(string text)
        => text.Replace("\\U0010FFFF", "\U0010FFFF", StringComparison.Ordinal).Replace("\\0", "\0", StringComparison.Ordinal);

    public string[] Requests() => [.. Bind().Queries.Select(Describe)];

    public static string Describe(QueryRequest request)
        => string.Join(
            " | ",
            new[] { request.KeyConditionExpression, request.FilterExpression }.Where(t => t is not null).Select(
                t => Substitute(t!, request.ExpressionAttributeNames, request.ExpressionAttributeValues)));

    public static string Substitute(string text, IReadOnlyDictionary<string, string>? names, Item? values)
    {
        foreach (var (placeholder, name) in names ?? ImmutableDictionary<string, string>.Empty)
        {
            text = System.Text.RegularExpressions.Regex.Replace(text, placeholder + "(?![0-9])", name);
        }

        if (values is { } item)
        {
            foreach (var (placeholder, value) in item)
            {
                text = System.Text.RegularExpressions.Regex.Replace(text, placeholder + "(?![0-9])", _ => Show(value));
            }
        }

        return text;
    }

    public AttributeOperand Attribute(string property)
    {
        var found = _entityType.FindProperty(property)!;
        return new(DocumentPath.Root(found.GetAttributeName()), found, found.GetTypeMapping());
    }

    public ConstantOperand Constant(string property, object value) => new(value, Mapping(property));

    private static string Show(AttributeValue value)
        => value.Type switch
        {
            AttributeType.String => $"'{value.GetString()}'",
            AttributeType.Number => value.GetNumber().ToString(),
            _ => value.ToString(),
        };

    private Microsoft.EntityFrameworkCore.Storage.CoreTypeMapping Mapping(string property) => _entityType.FindProperty(property)!.GetTypeMapping();

    private PlannedQuery<TEntity> With(DynamoQueryExpression query)
    {
        _query = query;
        return this;
    }
}
