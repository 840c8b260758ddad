using System.Collections.Immutable;
using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Planning.Candidates;

/// <summary>Finds groups whose rows come one after another, so that each can go on when the next begins.</summary>
internal static class GroupStreaming
{
    /// <summary>The operators with the first group marked.</summary>
    /// <param name="operators">What runs on the client, in order.</param>
    /// <param name="isTogether">Whether the items that are equal in some attributes come together from the source.</param>
    public static ImmutableArray<ClientOperator> Mark(
        ImmutableArray<ClientOperator> operators, Func<IReadOnlyCollection<DocumentPath>, bool> isTogether)
    {
        for (var i = 0; i < operators.Length; i++)
        {
            switch (operators[i])
            {
                // A lookup behind it has fewer rounds when all groups come together.
                case GroupOperator when operators.Skip(i).Any(later => later.OtherSource is not null):
                    return operators;
                case GroupOperator group:
                    return FindKeys(group) is { } keys && isTogether(keys) ? operators.SetItem(i, group with { IsStreaming = true }) : operators;
                case OrderOperator order:
                    isTogether = keys => IsTogether(order, keys);
                    break;
                case FilterOperator or LookupOperator or TakeOperator or SkipOperator or ReverseOperator:
                    break;
                default:
                    return operators;
            }
        }

        return operators;
    }

    // Values that are the same for all rows make no group.
    private static List<DocumentPath>? FindKeys(GroupOperator group)
    {
        var keys = new List<DocumentPath>();
        foreach (var write in group.KeyWrites)
        {
            switch (write.Value)
            {
                case AttributeReadExpression read:
                    keys.Add(read.Attribute.Path);
                    break;
                case ConstantExpression or QueryParameterExpression:
                    break;
                default:
                    return null;
            }
        }

        return keys;
    }

    private static bool IsTogether(OrderOperator order, IReadOnlyCollection<DocumentPath> keys)
    {
        var free = keys.ToHashSet();
        return order.Orderings.Length >= free.Count
            && order.Orderings.Take(free.Count).All(ordering => ordering.Attribute is { } attribute && free.Remove(attribute.Path));
    }
}
