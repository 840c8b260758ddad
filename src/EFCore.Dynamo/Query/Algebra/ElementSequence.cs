using System.Linq.Expressions;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>What a query makes of the rows in a list of the row: LINQ's methods over packed items, shaped at the end.</summary>
/// <param name="Items">The packed items, a sequence of <see cref="Item" />.</param>
/// <param name="Element">The variable of one of them, with its slot's name.</param>
/// <param name="Shaper">What is made of it, a row expression whose paths begin with the slot.</param>
internal sealed record ElementSequence(Expression Items, ParameterExpression Element, Expression Shaper)
{
    /// <summary>The sequence that an expression is.</summary>
    /// <param name="expression">A bound expression.</param>
    /// <param name="createSlot">Names the elements of a list that nothing was computed of so far.</param>
    /// <returns>Null where it is none of rows.</returns>
    public static ElementSequence? TryGet(Expression expression, Func<RowSlot> createSlot)
        => expression switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert } conversion => TryGet(conversion.Operand, createSlot),
            GroupExpression group => TryGet(group.Elements, createSlot),
            LookupCollectionExpression collection => Create(collection, createSlot()),
            MethodCallExpression { Method.Name: nameof(Queryable.AsQueryable) or nameof(Enumerable.ToList), Arguments: [var source] } call
                when call.Method.DeclaringType == typeof(Queryable) || call.Method.DeclaringType == typeof(Enumerable)
                    => TryGet(source, createSlot),
            MethodCallExpression
            {
                Method.Name: nameof(Enumerable.Select), Arguments: [var items, LambdaExpression { Parameters: [var element] } selector],
            } call when element.Type == typeof(Item) && call.Method.DeclaringType == typeof(Enumerable)
                => new(items, element, selector.Body),
            _ => null,
        };

    /// <summary>The sequence of what is made of the items.</summary>
    public Expression ToEnumerable()
        => Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Select), [typeof(Item), Shaper.Type], Items, Expression.Lambda(Shaper, Element));

    /// <summary>The same as a list, which does not need the row any more.</summary>
    public Expression ToList()
        => Expression.Call(typeof(Enumerable), nameof(Enumerable.ToList), [Shaper.Type], ToEnumerable());

    /// <summary>The sequence with a method of LINQ applied to its items.</summary>
    /// <param name="methodName">A method of <see cref="Enumerable" /> that returns items.</param>
    /// <param name="typeArguments">The type arguments behind that of the items.</param>
    /// <param name="arguments">The arguments behind the items.</param>
    public ElementSequence Apply(string methodName, Type[] typeArguments, params Expression[] arguments)
        => this with { Items = Call(methodName, typeArguments, arguments) };

    /// <summary>A method of LINQ called on the items.</summary>
    public Expression Call(string methodName, Type[] typeArguments, params Expression[] arguments)
        => Expression.Call(typeof(Enumerable), methodName, [typeof(Item), .. typeArguments], [Items, .. arguments]);

    /// <summary>A lambda over an item.</summary>
    public LambdaExpression CreateLambda(Expression body)
        => Expression.Lambda(body, Element);

    private static ElementSequence Create(LookupCollectionExpression collection, RowSlot slot)
        => new(
            new ElementItemsExpression(collection.Path, slot),
            Expression.Parameter(typeof(Item), slot.AttributeName),
            new SlotRebaser(slot, isNullable: false).Visit(collection.ElementShaper));
}
