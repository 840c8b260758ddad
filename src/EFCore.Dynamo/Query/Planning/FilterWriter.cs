using EFCore.Dynamo.Query.Expressions;
using EFCore.Dynamo.Storage;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning;

/// <summary>Writes conditions as the text of a FilterExpression, and collects its values.</summary>
/// <remarks>
///     A comparison with null, an empty list, or a prefix of null turn a condition into a constant. Such constants are folded on the way up, because
///     the grammar has no words for true and false.
/// </remarks>
internal sealed class FilterWriter
{
    // The service takes 100 operands in one IN.
    private const int MaxInOperands = 100;
    private const string True = "true";
    private const string False = "false";

    private static readonly AttributeName[] s_placeholders = [.. Enumerable.Range(0, 64).Select(i => new AttributeName($":f{i}"))];

    private readonly NameTable _names;
    private readonly IReadOnlyDictionary<string, object?>? _parameters;

    private FilterWriter(NameTable names, IReadOnlyDictionary<string, object?>? parameters)
    {
        _names = names;
        _parameters = parameters;
    }

    private List<FilterValue> Values { get; } = [];

    /// <summary>Writes the conjunction of some conditions.</summary>
    /// <param name="predicates">The conditions.</param>
    /// <param name="names">Takes the names.</param>
    /// <param name="parameters">The values of one execution; null where the text does not depend on them (<see cref="DependsOnValues" />).</param>
    public static FilterText Write(IEnumerable<DynamoPredicate> predicates, NameTable names, IReadOnlyDictionary<string, object?>? parameters)
    {
        var writer = new FilterWriter(names, parameters);
        return writer.WriteAll([.. predicates], " AND ", True, False) switch
        {
            True => new(null, [], IsNever: false),
            False => new(null, [], IsNever: true),
            var text => new(text, [.. writer.Values], IsNever: false),
        };
    }

    /// <summary>Whether the text, and not only the values in it, differs between executions.</summary>
    public static bool DependsOnValues(DynamoExpression? expression)
        => expression switch
        {
            ParameterOperand parameter => parameter.IsNullable,
            AttributeOperand attribute => attribute.Path.Segments.Any(s => s is ParameterSegment),
            SizeOperand size => DependsOnValues(size.Attribute),
            ComparisonPredicate comparison => DependsOnValues(comparison.Left) || DependsOnValues(comparison.Right),
            BetweenPredicate between => DependsOnValues(between.Operand) || DependsOnValues(between.Low) || DependsOnValues(between.High),
            BeginsWithPredicate beginsWith => DependsOnValues(beginsWith.Attribute) || DependsOnValues(beginsWith.Prefix),
            ContainsPredicate contains => DependsOnValues(contains.Attribute) || DependsOnValues(contains.Value),
            InPredicate list => DependsOnValues(list.Operand) || list.Values.Any(DependsOnValues),
            InParameterPredicate => true,
            NullPredicate missing => DependsOnValues(missing.Attribute),
            NotPredicate not => DependsOnValues(not.Operand),
            AndPredicate and => and.Operands.Any(DependsOnValues),
            OrPredicate or => or.Operands.Any(DependsOnValues),
            _ => false,
        };

    private string Write(DynamoPredicate predicate)
        => predicate switch
        {
            BooleanPredicate constant => constant.Value ? True : False,
            ComparisonPredicate comparison => WriteComparison(comparison),
            BetweenPredicate between when IsNull(between.Low) || IsNull(between.High) => False,
            BetweenPredicate between => $"{Write(between.Operand)} BETWEEN {Write(between.Low)} AND {Write(between.High)}",
            BeginsWithPredicate beginsWith when IsNull(beginsWith.Prefix) => False,
            BeginsWithPredicate beginsWith => $"begins_with({Write(beginsWith.Attribute)}, {Write(beginsWith.Prefix)})",
            ContainsPredicate contains when IsNull(contains.Value) => False,
            ContainsPredicate contains => $"contains({Write(contains.Attribute)}, {Write(contains.Value)})",
            InPredicate list => WriteIn(list.Operand, [.. list.Values.Where(v => !IsNull(v)).Select(Write)], list.Values.Any(IsNull)),
            InParameterPredicate list => WriteIn(list),
            NullPredicate missing => WriteNull(missing.Attribute),
            NotPredicate not => Write(not.Operand) switch { True => False, False => True, var text => $"NOT ({text})" },
            AndPredicate and => WriteAll(and.Operands, " AND ", True, False),
            OrPredicate or => WriteAll(or.Operands, " OR ", False, True),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private string WriteAll(IReadOnlyList<DynamoPredicate> operands, string separator, string neutral, string absorbing)
    {
        var texts = new List<string>(operands.Count);
        var start = (Values.Count, _names.Count);
        foreach (var operand in operands)
        {
            var beforeOperand = (Values.Count, _names.Count);
            var text = Write(operand);
            if (string.Equals(text, absorbing, StringComparison.Ordinal))
            {
                Forget(start);
                return absorbing;
            }

            if (string.Equals(text, neutral, StringComparison.Ordinal))
            {
                Forget(beforeOperand);
                continue;
            }

            texts.Add(operand is AndPredicate or OrPredicate ? $"({text})" : text);
        }

        return texts.Count == 0 ? neutral : string.Join(separator, texts);
    }

    // A name or value that nothing refers to is an error to the service.
    private void Forget((int ValueCount, int NameCount) start)
    {
        Values.RemoveRange(start.ValueCount, Values.Count - start.ValueCount);
        _names.Truncate(start.NameCount);
    }

    private string WriteComparison(ComparisonPredicate comparison)
    {
        if (IsNull(comparison.Right) || IsNull(comparison.Left))
        {
            var attribute = (IsNull(comparison.Right) ? comparison.Left : comparison.Right) as AttributeOperand;
            return comparison.Operator switch
            {
                ComparisonOperator.Equal => attribute is null ? False : WriteNull(attribute),
                ComparisonOperator.NotEqual => attribute is null ? True : $"NOT ({WriteNull(attribute)})",
                _ => False,
            };
        }

        var comparator = comparison.Operator switch
        {
            ComparisonOperator.Equal => "=",
            ComparisonOperator.NotEqual => "<>",
            ComparisonOperator.LessThan => "<",
            ComparisonOperator.LessThanOrEqual => "<=",
            ComparisonOperator.GreaterThan => ">",
            _ => ">=",
        };
        return $"{Write(comparison.Left)} {comparator} {Write(comparison.Right)}";
    }

    private string WriteNull(AttributeOperand attribute)
    {
        var path = Write(attribute);
        return $"(attribute_not_exists({path}) OR attribute_type({path}, {AddKnown("NULL", null)}))";
    }

    private string WriteIn(InParameterPredicate list)
    {
        var codec = FindCodec(list.Collection);
        var values = ListValues.Read(list.Collection, _parameters, out var hasNull);
        return WriteIn(list.Operand, [.. values.Select(v => AddKnown(v, codec))], hasNull);
    }

    private string WriteIn(AttributeOperand operand, List<string> values, bool hasNull)
    {
        var path = Write(operand);
        var texts = values.Chunk(MaxInOperands).Select(chunk => $"{path} IN ({string.Join(", ", chunk)})").ToList();
        if (hasNull)
        {
            texts.Add(WriteNull(operand));
        }

        return texts.Count switch
        {
            0 => False,
            1 => texts[0],
            _ => $"({string.Join(" OR ", texts)})",
        };
    }

    private string Write(DynamoOperand operand)
        => operand switch
        {
            AttributeOperand attribute => _names.Write(attribute.Path, _parameters),
            SizeOperand size => $"size({_names.Write(size.Attribute.Path, _parameters)})",
            _ => Add(new(NextPlaceholder(), operand, null, FindCodec(operand))),
        };

    private bool IsNull(DynamoOperand operand)
        => operand is ParameterOperand { IsNullable: true } parameter && _parameters is not null && _parameters.GetValueOrDefault(parameter.Name) is null;

    private string AddKnown(object value, AttributeValueCodec? codec) => Add(new(NextPlaceholder(), null, value, codec));

    private string Add(FilterValue value)
    {
        Values.Add(value);
        return value.Placeholder.Text;
    }

    private AttributeName NextPlaceholder() => Values.Count < s_placeholders.Length ? s_placeholders[Values.Count] : new($":f{Values.Count}");

    private static AttributeValueCodec? FindCodec(DynamoOperand operand) => (operand.TypeMapping as DynamoTypeMapping)?.Codec;
}
