using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;

namespace EFCore.Dynamo.Engine.Validation.Keys;

/// <summary>No path of an expression leads into a key attribute of the table or of one of its indexes, for those are scalars.</summary>
internal static class KeyPathRules
{
    /// <exception cref="DynamoValidationException">One does.</exception>
    public static void Validate(TableSchema table, BoundCondition? condition)
    {
        if (condition is null)
        {
            return;
        }

        condition.ThrowIfDereferencesKey(table.Key.Names);
        foreach (var index in table.IndexesByName)
        {
            condition.ThrowIfDereferencesKey(index.Key.Names, isIndexKey: true);
        }
    }

    /// <inheritdoc cref="Validate(TableSchema, BoundCondition)" />
    public static void Validate(TableSchema table, BoundProjection? projection)
    {
        if (projection is null)
        {
            return;
        }

        projection.ThrowIfDereferencesKey(table.Key.Names);
        foreach (var index in table.IndexesByName)
        {
            projection.ThrowIfDereferencesKey(index.Key.Names, isIndexKey: true);
        }
    }

    /// <inheritdoc cref="Validate(TableSchema, BoundCondition)" />
    public static void Validate(TableSchema table, BoundUpdate? update)
    {
        if (update is null)
        {
            return;
        }

        update.ThrowIfDereferencesKey(table.Key.Names);
        foreach (var index in table.IndexesByName)
        {
            update.ThrowIfDereferencesKey(index.Key.Names, isIndexKey: true);
        }
    }
}
