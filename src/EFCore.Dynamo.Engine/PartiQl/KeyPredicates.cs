using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>The conditions of a WHERE clause that must all hold, and what they say about key attributes.</summary>
internal sealed class KeyPredicates
{
    private readonly PartiQlTranslator _translator;
    private readonly List<ConditionNode> _conjuncts = [];
    private readonly HashSet<ConditionNode> _used = new(ReferenceEqualityComparer.Instance);

    public KeyPredicates(PartiQlTranslator translator, ConditionNode? where)
    {
        _translator = translator;
        if (where is not null)
        {
            Flatten(where);
        }
    }

    public IReadOnlyList<ConditionNode> Conjuncts => _conjuncts;

    /// <summary>What is left when the keys are known; null where nothing is.</summary>
    public ConditionNode? Residual
    {
        get
        {
            var rest = _conjuncts.FindAll(conjunct => !_used.Contains(conjunct));
            return rest.Count switch
            {
                0 => null,
                1 => rest[0],
                _ => new AndCondition([.. rest]),
            };
        }
    }

    public void Use(ConditionNode conjunct) => _used.Add(conjunct);

    /// <summary>The values that the key attribute may have: by <c>=</c>, <c>IN</c>, or <c>OR</c> of them; null where no condition says.</summary>
    /// <exception cref="DynamoValidationException">A value is not of the attribute's type.</exception>
    public List<AttributeValue>? TakeValues(SchemaAttribute key, int maxCount)
    {
        List<AttributeValue>? found = null;
        ConditionNode? source = null;
        foreach (var conjunct in _conjuncts)
        {
            var values = new List<AttributeValue>();
            if (_used.Contains(conjunct) || !TryGetValues(conjunct, key, values) || values.Count > maxCount || values.Count >= (found?.Count ?? int.MaxValue))
            {
                continue;
            }

            (found, source) = (values, conjunct);
        }

        if (source is null || found is null)
        {
            return null;
        }

        CheckTypes(key, found);
        _used.Add(source);
        return [.. found.Distinct()];
    }

    /// <summary>The one value that the key attribute has by <c>=</c>, of whatever type; null where no condition says.</summary>
    public AttributeValue? TakeValue(SchemaAttribute key)
    {
        foreach (var conjunct in _conjuncts)
        {
            var values = new List<AttributeValue>(1);
            if (conjunct is not ComparisonCondition || _used.Contains(conjunct) || !TryGetValues(conjunct, key, values))
            {
                continue;
            }

            _used.Add(conjunct);
            return values[0];
        }

        return null;
    }

    /// <exception cref="DynamoValidationException">A value is not of the attribute's type.</exception>
    public static void CheckTypes(SchemaAttribute key, IEnumerable<AttributeValue> values)
    {
        if (values.Any(value => value.Type != key.Type))
        {
            throw new DynamoValidationException(PartiQlTexts.ConditionTypeMismatch);
        }
    }

    public bool IsKey(Operand operand, SchemaAttribute key)
        => operand is PathOperand { Path: { Elements.Count: 0 } path } && string.Equals(_translator.GetName(path.Root), key.Text, StringComparison.Ordinal);

    public AttributeValue GetValue(ValueOperand operand) => _translator.GetValue(operand);

    private void Flatten(ConditionNode condition)
    {
        if (condition is not AndCondition and)
        {
            _conjuncts.Add(condition);
            return;
        }

        foreach (var operand in and.Conditions)
        {
            Flatten(operand);
        }
    }

    private bool TryGetValues(ConditionNode condition, SchemaAttribute key, List<AttributeValue> values)
    {
        switch (condition)
        {
            case ComparisonCondition { Operator: ComparisonKind.Equal, Left: var left, Right: ValueOperand value } when IsKey(left, key):
                values.Add(GetValue(value));
                return true;
            case ComparisonCondition { Operator: ComparisonKind.Equal, Left: ValueOperand value, Right: var right } when IsKey(right, key):
                values.Add(GetValue(value));
                return true;
            case InCondition @in when IsKey(@in.Operand, key):
                foreach (var candidate in @in.Candidates)
                {
                    if (candidate is not ValueOperand value)
                    {
                        return false;
                    }

                    values.Add(GetValue(value));
                }

                return true;
            case OrCondition or:
                foreach (var operand in or.Conditions)
                {
                    if (!TryGetValues(operand, key, values))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return false;
        }
    }
}
