using System.Collections.Immutable;
using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Query.Planning.Constraints;

/// <summary>Collects what the conjuncts of a query say about single attributes.</summary>
/// <remarks>
///     Only conditions of the form <em>attribute, comparator, value</em> count; all others stay in <see cref="KeyConstraints.Parts" /> and become filters.
///     Nothing here knows keys: the same constraints are tried on the table and on each index.
/// </remarks>
internal sealed class KeyConstraintExtractor
{
    private readonly ImmutableArray<ConditionPart>.Builder _parts = ImmutableArray.CreateBuilder<ConditionPart>();
    private readonly Dictionary<DocumentPath, AttributeConstraints> _byPath = [];

    private string? _contradiction;

    private KeyConstraintExtractor()
    {
    }

    public static KeyConstraints Extract(IEnumerable<QueryConjunct> conjuncts)
    {
        var extractor = new KeyConstraintExtractor();
        foreach (var conjunct in conjuncts)
        {
            extractor.Add(conjunct, conjunct.Predicate);
        }

        extractor.FindContradictions();
        return new(extractor._parts.ToImmutable(), extractor._byPath, extractor._contradiction);
    }

    private void Add(QueryConjunct conjunct, DynamoPredicate? predicate)
    {
        switch (predicate)
        {
            case AndPredicate and:
                foreach (var operand in and.Operands)
                {
                    Add(conjunct, operand);
                }

                return;
            case BooleanPredicate { Value: true }:
                return;
            case BooleanPredicate:
                _contradiction ??= "the condition is never true";
                break;
        }

        var part = new ConditionPart(conjunct, predicate);
        _parts.Add(part);
        Collect(part);
    }

    private void Collect(ConditionPart part)
    {
        switch (part.Predicate)
        {
            case ComparisonPredicate { Left: AttributeOperand attribute, Right: ConstantOperand or ParameterOperand } comparison when !ComparesAsAnotherType(
                attribute, comparison.Operator, comparison.Right):
                CollectComparison(part, attribute, comparison.Operator, comparison.Right);
                break;
            case BetweenPredicate
            {
                Operand: AttributeOperand attribute, Low: ConstantOperand
                or ParameterOperand, High: ConstantOperand or ParameterOperand
            } between:
                var constraints = Get(attribute);
                constraints.LowerBounds.Add(new(part, between.Low));
                constraints.UpperBounds.Add(new(part, between.High));
                constraints.IsPresent = true;
                break;
            case BeginsWithPredicate { Prefix: ConstantOperand or ParameterOperand } beginsWith:
                Get(beginsWith.Attribute).Prefixes.Add(new(part, beginsWith.Prefix));
                Get(beginsWith.Attribute).IsPresent = true;
                break;
            case InPredicate list when list.Values.All(v => v is ConstantOperand or ParameterOperand):
                AddList(list.Operand, new(part, list.Values, null));
                break;
            case InParameterPredicate list:
                AddList(list.Operand, new(part, [], list.Collection));
                break;
            case OrPredicate disjunction when TryReadEqualities(disjunction, out var attribute, out var values):
                AddList(attribute, new(part, values, null));
                break;
            case NullPredicate missing:
                Get(missing.Attribute).IsAbsent = true;
                break;
            case NotPredicate { Operand: NullPredicate missing }:
                Get(missing.Attribute).IsPresent = true;
                break;
        }
    }

    // x.Id > 2.5 compares an integer with fractions, and x.Short < number a short with what may be no short: no key can be made of such a value.
    private static bool ComparesAsAnotherType(AttributeOperand attribute, Comparator comparator, DynamoOperand value)
    {
        if (attribute is not { Property: { } property, TypeMapping.ClrType: var type }
            || type == (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType))
        {
            return false;
        }

        return type == typeof(double) || type == typeof(decimal) || type == typeof(float)
            || (comparator != Comparator.Equal && !(value is ConstantOperand constant && ParameterValues.TryConvert(constant.Value, property.ClrType, out _)));
    }

    private void CollectComparison(ConditionPart part, AttributeOperand attribute, Comparator comparator, DynamoOperand value)
    {
        var constraints = Get(attribute);
        switch (comparator)
        {
            case Comparator.Equal:
                constraints.Equalities.Add(new(part, value));
                // "= null" asks for items without the attribute.
                constraints.IsPresent |= !MayBeNull(value);
                break;
            case Comparator.LessThan or Comparator.LessThanOrEqual:
                constraints.UpperBounds.Add(new(part, value, comparator == Comparator.LessThanOrEqual));
                constraints.IsPresent = true;
                break;
            case Comparator.GreaterThan or Comparator.GreaterThanOrEqual:
                constraints.LowerBounds.Add(new(part, value, comparator == Comparator.GreaterThanOrEqual));
                constraints.IsPresent = true;
                break;
        }
    }

    private void AddList(AttributeOperand attribute, ListConstraint list)
    {
        Get(attribute).Lists.Add(list);
        Get(attribute).IsPresent |= list.Collection is null && !list.Values.Any(MayBeNull);
        if (list.Collection is null && list.Values.IsEmpty)
        {
            _contradiction ??= $"the list that {attribute.Path} is looked up in is empty";
        }
    }

    // x.A == 1 || x.A == 2 is a list of two.
    private static bool TryReadEqualities(OrPredicate disjunction, out AttributeOperand attribute, out ImmutableArray<DynamoOperand> values)
    {
        attribute = null!; // read only where true is returned
        values = [];
        foreach (var operand in disjunction.Operands)
        {
            if (operand is not ComparisonPredicate
                {
                    Operator: Comparator.Equal,
                    Left: AttributeOperand left,
                    Right: ConstantOperand or ParameterOperand,
                } comparison
                || (attribute is not null && !left.Path.Equals(attribute.Path)))
            {
                return false;
            }

            attribute = left;
            values = values.Add(comparison.Right);
        }

        return true;
    }

    private void FindContradictions()
    {
        foreach (var (path, constraints) in _byPath)
        {
            // A converter may store different values alike, but no two of an enum.
            var constants = constraints.Equalities.Select(e => e.Value).OfType<ConstantOperand>()
                .Where(c => c.TypeMapping is null or { Converter: null } or { ClrType.IsEnum: true })
                .Select(c => c.Value).Distinct().ToList();
            if (constants.Count > 1)
            {
                _contradiction ??= $"{path} cannot be {constants[0]} and {constants[1]} at once";
            }

            if (constraints is { IsAbsent: true, IsPresent: true })
            {
                _contradiction ??= $"{path} cannot be null and have a value at once";
            }
        }
    }

    private AttributeConstraints Get(AttributeOperand attribute)
    {
        if (!_byPath.TryGetValue(attribute.Path, out var constraints))
        {
            _byPath.Add(attribute.Path, constraints = new());
        }

        return constraints;
    }

    private static bool MayBeNull(DynamoOperand value) => value is ParameterOperand { IsNullable: true };
}
