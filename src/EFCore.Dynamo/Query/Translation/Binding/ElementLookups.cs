using System.Collections.Immutable;
using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.Binding;

/// <summary>
///     Lookups by values of the elements of a list: they run on the rows before those become a list, so that they cost a round for all, and what they find is
///     in the element.
/// </summary>
internal static class ElementLookups
{
    /// <summary>The list of a sequence's items.</summary>
    public static ElementItemsExpression? FindList(Expression items)
    {
        while (items is MethodCallExpression { Arguments: [var source, ..] })
        {
            items = source;
        }

        return items as ElementItemsExpression;
    }

    /// <summary>The same lookup on the rows that the elements are.</summary>
    /// <returns>Null where it is not by values of the element alone.</returns>
    public static LookupOperator? TryMove(LookupOperator lookup, RowSlot element)
    {
        var keys = lookup.Keys.Select(key => ElementUnbaser.TryMove(key.OuterKey, element) is { } moved ? key with { OuterKey = moved } : null).ToList();
        return keys.Contains(item: null) || !lookup.Carried.IsEmpty ? null : lookup with { Keys = [.. keys.OfType<LookupKey>()] };
    }

    /// <summary>Whether a lookup uses a value of an element.</summary>
    public static bool IsOf(LookupOperator lookup, RowSlot element)
    {
        var finder = new Finder(element.AttributeName);
        foreach (var expression in lookup.RowExpressions)
        {
            finder.Visit(expression);
        }

        return finder.IsFound;
    }

    /// <summary>The expression with what a lookup found read from the element.</summary>
    public static Expression MoveInto(Expression expression, RowSlot lookup, RowSlot element)
        => new Mover(lookup.AttributeName, element).Visit(expression);

    /// <summary>The operators with a lookup where its rows become the list.</summary>
    /// <returns>Null where the list is of none of them.</returns>
    public static ImmutableArray<ClientOperator>? TryInsert(ImmutableArray<ClientOperator> operators, LookupOperator lookup, string list)
    {
        for (var i = 0; i < operators.Length; i++)
        {
            switch (operators[i])
            {
                case GroupOperator { Elements: { } elements } when string.Equals(elements.AttributeName, list, StringComparison.Ordinal):
                    return operators.Insert(i, lookup);
                case LookupOperator { Kind: LookupKind.Collection } outer when string.Equals(outer.Slot.AttributeName, list, StringComparison.Ordinal):
                    return operators.SetItem(i, outer with { Inner = outer.Inner.AddClientOperator(lookup) });
            }
        }

        return null;
    }

    private sealed class Finder(string element) : RowPathRewriter
    {
        public bool IsFound { get; private set; }

        protected override bool MovesElements
            => true;

        protected override DocumentPath? Map(Expression node, DocumentPath? path)
        {
            IsFound |= string.Equals(path?.RootName, element, StringComparison.Ordinal);
            return path;
        }
    }

    private sealed class Mover(string lookup, RowSlot element) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node)
            => node switch
            {
                LookupCollectionExpression collection when IsFound(collection.Path)
                    => new LookupCollectionExpression(element.PathTo(collection.Path), collection.ElementShaper, collection.Type),
                ElementItemsExpression items when IsFound(items.Path) => new ElementItemsExpression(element.PathTo(items.Path), items.Slot),
                StructuralTypeShaperExpression or QueryParameterExpression => node,
                _ => base.VisitExtension(node),
            };

        private bool IsFound(DocumentPath path)
            => string.Equals(path.RootName, lookup, StringComparison.Ordinal);
    }
}
