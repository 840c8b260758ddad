using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Keys;
using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Filters;

/// <summary>Writes conditions as the text of a FilterExpression, and collects its values.</summary>
/// <remarks>
///     A comparison with null, an empty list, or a prefix of null turn a condition into a constant. Such constants are folded on the way up, because
///     the grammar has no words for true and false.
/// </remarks>
internal sealed class FilterWriter
{
    // The service takes 100 operands in one IN.
    private const int MaxInOperands = 100;

    private static readonly AttributeName[] Placeholders = [.. Enumerable.Range(0, 64).Select(i => new AttributeName($":f{i}"))];

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
        => Write([], predicates, names, parameters);

    /// <summary>Writes the conjunction of some conditions and others that are written already.</summary>
    /// <inheritdoc cref="Write(IEnumerable{DynamoPredicate}, NameTable, IReadOnlyDictionary{string, object})" />
    /// <param name="written">Conditions whose names are in <paramref name="names" />.</param>
    public static FilterText Write(
        IReadOnlyList<FilterPiece> written,
        IEnumerable<DynamoPredicate> predicates,
        NameTable names,
        IReadOnlyDictionary<string, object?>? parameters)
    {
        var writer = new FilterWriter(names, parameters);
        var piece = writer.WriteAll([.. predicates], isAnd: true);
        if (piece == FilterPiece.False)
        {
            return new(null, [], IsNever: true);
        }

        var whole = piece == FilterPiece.True ? FilterPiece.Join(written, isAnd: true) : FilterPiece.Join([.. written, piece], isAnd: true);
        return whole.IsConstant ? new(null, [], IsNever: false) : new(whole.Text, [.. writer.Values], IsNever: false);
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

    private FilterPiece Write(DynamoPredicate predicate)
        => predicate switch
        {
            BooleanPredicate constant => constant.Value ? FilterPiece.True : FilterPiece.False,
            ComparisonPredicate comparison => WriteComparison(comparison),
            BetweenPredicate between when IsNull(between.Low) || IsNull(between.High) => FilterPiece.False,
            BetweenPredicate between
                => new($"{Write(between.Operand)} BETWEEN {Write(between.Low, Comparand.Lower)} AND {Write(between.High, Comparand.Upper)}"),
            BeginsWithPredicate beginsWith when IsNull(beginsWith.Prefix) => FilterPiece.False,
            BeginsWithPredicate beginsWith => new($"begins_with({Write(beginsWith.Attribute)}, {Write(beginsWith.Prefix)})"),
            ContainsPredicate contains when IsNull(contains.Value) => FilterPiece.False,
            ContainsPredicate contains => new($"contains({Write(contains.Attribute)}, {Write(contains.Value)})"),
            InPredicate list => WriteIn(list.Operand, list.Values.Where(v => !IsNull(v)).Select(CreateValue), list.Values.Any(IsNull)),
            InParameterPredicate list => WriteIn(list),
            NullPredicate missing => WriteNull(missing.Attribute),
            NotPredicate not => FilterPiece.Not(Write(not.Operand)),
            AndPredicate and => WriteAll(and.Operands, isAnd: true),
            OrPredicate or => WriteAll(or.Operands, isAnd: false),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private FilterPiece WriteAll(IReadOnlyList<DynamoPredicate> operands, bool isAnd)
    {
        var pieces = new List<FilterPiece>(operands.Count);
        var start = (Values.Count, _names.Count);
        foreach (var operand in operands)
        {
            var beforeOperand = (Values.Count, _names.Count);
            var piece = Write(operand);
            if (piece == (isAnd ? FilterPiece.False : FilterPiece.True))
            {
                Forget(start);
                return piece;
            }

            if (piece.IsConstant)
            {
                Forget(beforeOperand);
                continue;
            }

            pieces.Add(piece);
        }

        return FilterPiece.Join(pieces, isAnd);
    }

    // A name or value that nothing refers to is an error to the service.
    private void Forget((int ValueCount, int NameCount) start)
    {
        Values.RemoveRange(start.ValueCount, Values.Count - start.ValueCount);
        _names.Truncate(start.NameCount);
    }

    private FilterPiece WriteComparison(ComparisonPredicate comparison)
    {
        if (IsNull(comparison.Right) || IsNull(comparison.Left))
        {
            var attribute = (IsNull(comparison.Right) ? comparison.Left : comparison.Right) as AttributeOperand;
            return comparison.Operator switch
            {
                Comparator.Equal => attribute is null ? FilterPiece.False : WriteNull(attribute),
                Comparator.NotEqual => attribute is null ? FilterPiece.True : FilterPiece.Not(WriteNull(attribute)),
                _ => FilterPiece.False,
            };
        }

        if (FindFit(comparison.Right) is var fit and not ValueFit.Fits)
        {
            return WriteUnfit(comparison, fit);
        }

        if (comparison is { Left: AttributeOperand left, Right: AttributeOperand right } && IsSame(left.Path, right.Path))
        {
            return WriteWithItself(comparison.Operator, left);
        }

        return comparison.Right is not AttributeOperand && FindCodec(comparison.Right) is { HasBounds: true }
            ? WriteBounded(comparison.Operator, Write(comparison.Left), comparand => Write(comparison.Right, comparand))
            : new($"{Write(comparison.Left)} {FindComparator(comparison.Operator)} {Write(comparison.Right)}");
    }

    private static string FindComparator(Comparator comparison)
        => comparison switch
        {
            Comparator.Equal => "=",
            Comparator.NotEqual => "<>",
            Comparator.LessThan => "<",
            Comparator.LessThanOrEqual => "<=",
            Comparator.GreaterThan => ">",
            _ => ">=",
        };

    // A range has an answer also where the attribute's type has no such value.
    private FilterPiece WriteUnfit(ComparisonPredicate comparison, ValueFit fit)
        => (comparison.Operator, fit) switch
        {
            (Comparator.NotEqual, _) => FilterPiece.True,
            (Comparator.LessThan or Comparator.LessThanOrEqual, ValueFit.Above) => WriteHasValue(comparison.Left),
            (Comparator.GreaterThan or Comparator.GreaterThanOrEqual, ValueFit.Below) => WriteHasValue(comparison.Left),
            _ => FilterPiece.False,
        };

    // Equal to a value is what lies between its bounds, above it what is above them.
    private static FilterPiece WriteBounded(Comparator comparison, string path, Func<Comparand, string> write)
        => comparison switch
        {
            Comparator.Equal => new($"{path} >= {write(Comparand.Lower)} AND {path} <= {write(Comparand.Upper)}", isAnd: true),
            Comparator.NotEqual => FilterPiece.Not(WriteBounded(Comparator.Equal, path, write)),
            Comparator.LessThan => new($"{path} < {write(Comparand.Lower)}"),
            Comparator.LessThanOrEqual => new($"{path} <= {write(Comparand.Upper)}"),
            Comparator.GreaterThan => new($"{path} > {write(Comparand.Upper)}"),
            _ => new($"{path} >= {write(Comparand.Lower)}"),
        };

    // The service refuses an operand twice. Two paths can turn out the same, too: x.Ints[i] == x.Ints[j].
    private FilterPiece WriteWithItself(Comparator comparison, AttributeOperand attribute)
        => comparison switch
        {
            Comparator.Equal => FilterPiece.True,
            Comparator.LessThanOrEqual or Comparator.GreaterThanOrEqual => WriteHasValue(attribute),
            _ => FilterPiece.False,
        };

    private bool IsSame(DocumentPath left, DocumentPath right)
    {
        var nameCount = _names.Count;
        var isSame = string.Equals(_names.Write(left, _parameters), _names.Write(right, _parameters), StringComparison.Ordinal);
        _names.Truncate(nameCount);
        return isSame;
    }

    private FilterPiece WriteHasValue(DynamoOperand operand)
        => operand is AttributeOperand attribute ? FilterPiece.Not(WriteNull(attribute)) : FilterPiece.True;

    private FilterPiece WriteNull(AttributeOperand attribute)
    {
        var path = Write(attribute);
        return new($"attribute_not_exists({path}) OR attribute_type({path}, {AddKnown("NULL", null)})", isAnd: false);
    }

    private FilterPiece WriteIn(InParameterPredicate list)
    {
        var codec = FindCodec(list.Collection);
        var values = ListValues.Read(list.Collection, _parameters, out var hasNull);
        return WriteIn(list.Operand, values.Select(v => new FilterValue(NextPlaceholder(), null, v, codec)), hasNull);
    }

    private FilterPiece WriteIn(AttributeOperand operand, IEnumerable<FilterValue> listed, bool hasNull)
    {
        List<FilterValue> values = [.. listed.Where(v => v.CanBeEqual)];
        if (values.Count == 0)
        {
            return hasNull ? WriteNull(operand) : FilterPiece.False;
        }

        var path = Write(operand);
        var pieces = values[0].Codec is { HasBounds: true }
            ? values.ConvertAll(v => WriteBounded(Comparator.Equal, path, comparand => Add(v with { Comparand = comparand })))
            : [.. values.Chunk(MaxInOperands).Select(chunk => new FilterPiece($"{path} IN ({string.Join(", ", chunk.Select(Add))})"))];
        if (hasNull)
        {
            pieces.Add(WriteNull(operand));
        }

        return FilterPiece.Join(pieces, isAnd: false);
    }

    private string Write(DynamoOperand operand, Comparand comparand = Comparand.Value)
        => operand switch
        {
            AttributeOperand attribute => _names.Write(attribute.Path, _parameters),
            SizeOperand size => $"size({_names.Write(size.Attribute.Path, _parameters)})",
            _ => Add(CreateValue(operand) with { Comparand = comparand }),
        };

    private FilterValue CreateValue(DynamoOperand operand) => new(NextPlaceholder(), operand, null, FindCodec(operand));

    private bool IsNull(DynamoOperand operand)
        => operand switch
        {
            ParameterOperand { IsNullable: true } parameter => _parameters is not null && IsAbsent(_parameters.GetValueOrDefault(parameter.Name), operand),
            ConstantOperand constant => IsAbsent(constant.Value, operand),
            _ => false,
        };

    // A set without elements is a missing attribute.
    private static bool IsAbsent(object? value, DynamoOperand operand)
        => value is null
            || (FindCodec(operand) is { AttributeType: AttributeType.StringSet or AttributeType.NumberSet or AttributeType.BinarySet } codec
                && ParameterValues.TryConvert(value, codec.ClrType, out var converted)
                && codec.IsAbsentBoxed(converted));

    private ValueFit FindFit(DynamoOperand operand)
    {
        var value = operand switch
        {
            ConstantOperand constant => constant.Value,
            ParameterOperand parameter when parameter.MayNotFit || parameter.IsBoxed => _parameters?.GetValueOrDefault(parameter.Name),
            _ => null,
        };
        return value is not null && FindCodec(operand) is { } codec
            ? ParameterValues.Fit(value, codec, operand is ParameterOperand { IsBoxed: true })
            : ValueFit.Fits;
    }

    private string AddKnown(object value, AttributeValueCodec? codec) => Add(new(NextPlaceholder(), null, value, codec));

    // A list's values are made before they are added: the placeholder is that of its place.
    private string Add(FilterValue value)
    {
        var placed = value with { Placeholder = NextPlaceholder() };
        Values.Add(placed);
        return placed.Placeholder.Text;
    }

    private AttributeName NextPlaceholder() => Values.Count < Placeholders.Length ? Placeholders[Values.Count] : new($":f{Values.Count}");

    private static AttributeValueCodec? FindCodec(DynamoOperand operand) => (operand.TypeMapping as DynamoTypeMapping)?.Codec;
}
