using System.Collections.Immutable;
using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Query.Translation.Predicates;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>Collects the values by which a lookup finds items.</summary>
/// <param name="compilationContext">The query's.</param>
/// <param name="predicates">Translates the comparisons for the service.</param>
/// <param name="slot">The lookup's.</param>
internal sealed class LookupKeys(DynamoQueryCompilationContext compilationContext, PredicateTranslator predicates, RowSlot slot)
{
    private readonly ImmutableArray<LookupKey>.Builder _keys = ImmutableArray.CreateBuilder<LookupKey>();
    private readonly ImmutableArray<QueryConjunct>.Builder _conditions = ImmutableArray.CreateBuilder<QueryConjunct>();

    /// <summary>The values.</summary>
    public ImmutableArray<LookupKey> Keys
        => _keys.ToImmutable();

    /// <summary>What compares the items with the values.</summary>
    public ImmutableArray<QueryConjunct> Conditions
        => _conditions.ToImmutable();

    /// <summary>Adds a value.</summary>
    /// <param name="outerKey">The value, over the outer row.</param>
    /// <param name="innerKey">What equals it, over the inner one.</param>
    public void Add(Expression outerKey, Expression innerKey)
    {
        var parameter = compilationContext.CreateLookupParameter(slot, outerKey);
        var condition = Equal(innerKey.Type == parameter.Type ? innerKey : Expression.Convert(innerKey, parameter.Type), parameter);
        _keys.Add(new LookupKey(parameter.Name, outerKey, innerKey));
        _conditions.Add(new QueryConjunct(predicates.TryTranslate(condition), condition));
    }

    private static Expression Equal(Expression left, Expression right)
        => EqualsCall.TryCompare(left, right)
            ?? (left.Type.IsValueType
                ? Expression.Call(typeof(object), nameof(Equals), typeArguments: null, Box(left), Box(right))
                : Expression.Equal(left, right));

    private static UnaryExpression Box(Expression value)
        => Expression.Convert(value, typeof(object));
}
