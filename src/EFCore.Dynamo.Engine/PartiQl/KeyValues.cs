using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>
///     The values that one condition leaves to a key attribute: by <c>=</c>, <c>IN</c>, or <c>OR</c> of them. A visit is false where the condition says
///     anything else.
/// </summary>
internal sealed class KeyValues : ConditionNode.IVisitor<bool>
{
    private readonly KeyPredicates _predicates;
    private readonly SchemaAttribute _key;
    private readonly List<AttributeValue> _values = [];

    private KeyValues(KeyPredicates predicates, SchemaAttribute key)
    {
        _predicates = predicates;
        _key = key;
    }

    /// <summary>Null where the condition does not say.</summary>
    public static List<AttributeValue>? Find(KeyPredicates predicates, SchemaAttribute key, ConditionNode condition)
    {
        var found = new KeyValues(predicates, key);
        return condition.Accept(found) ? found._values : null;
    }

    public bool Visit(ConditionNode.Comparison comparison)
        => comparison.Operator == ComparisonKind.Equal && (TryAdd(comparison.Left, comparison.Right) || TryAdd(comparison.Right, comparison.Left));

    public bool Visit(ConditionNode.In choice)
    {
        foreach (var candidate in choice.Candidates)
        {
            if (!TryAdd(choice.Operand, candidate))
            {
                return false;
            }
        }

        return _predicates.IsKey(choice.Operand, _key);
    }

    public bool Visit(ConditionNode.Or or)
    {
        foreach (var operand in or.Conditions)
        {
            if (!operand.Accept(this))
            {
                return false;
            }
        }

        return true;
    }

    // Whoever looks at an AND looks at its parts; inside an OR one would leave the key fewer values than the OR does.
    public bool Visit(ConditionNode.And and) => false;

    public bool Visit(ConditionNode.Not not) => false;

    public bool Visit(ConditionNode.Between between) => false;

    public bool Visit(ConditionNode.Call call) => false;

    private bool TryAdd(Operand operand, Operand other)
    {
        if (other is not Operand.Value value || !_predicates.IsKey(operand, _key))
        {
            return false;
        }

        _values.Add(_predicates.GetValue(value));
        return true;
    }
}
