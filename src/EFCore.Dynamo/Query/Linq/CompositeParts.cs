using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Linq;

/// <summary>The members of a value that a query puts together.</summary>
/// <param name="Values">The members' values.</param>
/// <param name="Names">The members' names; null for elements of an array.</param>
internal sealed record CompositeParts(IReadOnlyList<Expression> Values, IReadOnlyList<string>? Names)
{
    /// <summary>Whether the members are those of a variable, which may be null.</summary>
    public bool IsVariable { get; init; }

    /// <summary>Takes an anonymous object, a tuple or an array apart.</summary>
    /// <returns>Null for all other expressions.</returns>
    public static CompositeParts? TryGet(Expression expression)
        => expression switch
        {
            NewExpression { Members: { } members } created => new(created.Arguments, [.. members.Select(m => m.Name)]),
            NewExpression created when IsTuple(created.Type) => OfTuple(created.Arguments),
            MethodCallExpression { Method: { Name: nameof(Tuple.Create), DeclaringType: var type } } call when type == typeof(Tuple)
                || type == typeof(ValueTuple)
                => OfTuple(call.Arguments),
            NewArrayExpression { NodeType: ExpressionType.NewArrayInit } array => new(array.Expressions, Names: null),
            _ => null,
        };

    private static bool IsTuple(Type type)
        => type.IsGenericType && type.IsAssignableTo(typeof(System.Runtime.CompilerServices.ITuple)) && type.Namespace == nameof(System);

    private static CompositeParts OfTuple(IReadOnlyList<Expression> values)
        => new(values, [.. values.Select((_, i) => i == 7 ? "Rest" : $"Item{i + 1}")]);
}
