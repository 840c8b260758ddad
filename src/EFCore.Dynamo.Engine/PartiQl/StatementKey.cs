using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>The one item that a WHERE clause names by an equality on each key attribute, and what else the clause says.</summary>
/// <param name="Key">The primary key; its types are not checked.</param>
/// <param name="Residual">The other conditions, or null.</param>
internal sealed record StatementKey(Item Key, ConditionNode? Residual)
{
    /// <summary>Null where a key attribute has no equality.</summary>
    public static StatementKey? Find(TableSchema table, PartiQlTranslator translator, ConditionNode? where)
    {
        var predicates = new KeyPredicates(translator, where);
        using var lease = ItemBuilder.Lease();
        var builder = lease.Builder;
        foreach (var attribute in table.Key.All)
        {
            if (predicates.TakeValue(attribute) is not { } value)
            {
                return null;
            }

            builder.WriteName(attribute.Name);
            builder.WriteValue(value.Span);
        }

        return new(builder.Build(), predicates.Residual);
    }
}
