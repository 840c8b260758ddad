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
                _ => new ConditionNode.And([.. rest]),
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
            if (!_used.Contains(conjunct) && KeyValues.Find(this, key, conjunct) is { } values && values.Count <= maxCount
                && values.Count < (found?.Count ?? int.MaxValue))
            {
                (found, source) = (values, conjunct);
            }
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
            if (conjunct is ConditionNode.Comparison && !_used.Contains(conjunct) && KeyValues.Find(this, key, conjunct) is [var value])
            {
                _used.Add(conjunct);
                return value;
            }
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
        => operand is Operand.Attribute { Path: { Elements.Count: 0 } path }
            && string.Equals(_translator.GetName(path.Root), key.Text, StringComparison.Ordinal);

    public AttributeValue GetValue(Operand.Value operand) => _translator.GetValue(operand);

    private void Flatten(ConditionNode condition)
    {
        if (condition is not ConditionNode.And and)
        {
            _conjuncts.Add(condition);
            return;
        }

        foreach (var operand in and.Conditions)
        {
            Flatten(operand);
        }
    }
}
