using EFCore.Dynamo.Engine.Catalog;
using EFCore.Dynamo.Engine.Validation;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>A SELECT and its parameters to a <see cref="SelectPlan" />.</summary>
internal static class SelectPlanner
{
    /// <exception cref="DynamoValidationException">The statement does not fit its parameters, the table's keys, or the service's rules.</exception>
    public static ServiceError? TryPlan(EngineContext context, PartiQlStatement statement, IReadOnlyList<AttributeValue>? parameters, out SelectPlan? plan)
    {
        plan = null;
        var select = (SelectNode)statement.Root;
        var translator = new PartiQlTranslator(statement, parameters);
        var where = select.Where is null ? null : translator.TranslateCondition(select.Where);
        var paths = select.Projection is null ? null : translator.TranslatePaths(select.Projection);
        if (StatementTables.Find(context, select, out var tableError) is not { } table)
            return tableError;
        IndexSchema? index = null;
        if (select.Source.IndexName is { } indexName && (index = table.FindIndex(indexName)) is null)
            return ServiceError.Validation(ResourceTexts.IndexNotFound(indexName));
        if (index is { IsBuilding: true })
            return ServiceError.Validation(ResourceTexts.IndexIsBackfilling(index.Name));

        var key = index?.Key ?? table.Key;
        var access = new KeyAccessPlanner(key, translator).Plan(where);
        if (Validate(key, access, select.OrderBy) is { } error)
            return error;

        var placeholders = translator.CreatePlaceholders();
        plan = new SelectPlan
        {
            Table = table,
            RequestedName = select.Source.TableName,
            Index = index,
            Accesses = Order(key, access.Accesses, select.OrderBy),
            Filter = BindFilter(table, where, access.Residual, placeholders),
            Projection = BindProjection(table, paths, placeholders),
            IsForward = !select.OrderBy.Any(term => term.IsDescending && IsOneOf(key.SortKey, term)),
        };
        return null;
    }

    /// <summary>The whole clause is checked, but only what the keys leave is evaluated.</summary>
    public static BoundCondition? BindFilter(TableSchema table, ConditionNode? where, ConditionNode? residual, RequestPlaceholders placeholders)
    {
        if (where is null)
            return null;
        var whole = ConditionExpression.FromSyntax(where, ExpressionParameter.FilterExpression).Bind(placeholders);
        KeyPathRules.Validate(table, whole);
        if (residual is null || ReferenceEquals(where, residual))
            return residual is null ? null : whole;
        return ConditionExpression.FromSyntax(residual, ExpressionParameter.FilterExpression).Bind(placeholders);
    }

    /// <summary>The paths of a SELECT, or null.</summary>
    public static BoundProjection? BindProjection(TableSchema table, SyntaxList<AttributePath>? paths, RequestPlaceholders placeholders)
    {
        if (paths is null)
            return null;
        var projection = ProjectionExpression.FromSelectList(paths).Bind(placeholders);
        KeyPathRules.Validate(table, projection);
        return projection;
    }

    private static ServiceError? Validate(KeyLayout key, KeyAccessPlan access, SyntaxList<PartiQlOrdering> orderBy)
    {
        foreach (var term in orderBy)
        {
            if (term.Path.Elements.Count > 0 || key.Find(term.Path.Root) is null)
                return ServiceError.Validation(PartiQlTexts.OrderByNoKey(term.Path.Root));
        }

        if (orderBy.Count > 0 && access.Accesses is null)
            return ServiceError.Validation(PartiQlTexts.OrderByNeedsPartitionKey);
        foreach (var conditions in access.Accesses ?? [])
        {
            if (KeyConditionRules.Validate(key, conditions) is { } error)
                return error;
        }

        return null;
    }

    /// <summary>Partitions in the order that ORDER BY asks for, otherwise as they were written; within a partition listed sort keys in the order of the read.</summary>
    private static IReadOnlyList<KeyConditions>? Order(KeyLayout key, IReadOnlyList<KeyConditions>? accesses, SyntaxList<PartiQlOrdering> orderBy)
    {
        if (accesses is null or { Count: < 2 })
            return accesses;

        var partitions = accesses.GroupBy(static access => new ValueSequence(access.PartitionKey.ToArray())).ToList();
        if (orderBy.FirstOrDefault(term => IsOneOf(key.PartitionKey, term)) is { } byPartition)
            partitions.Sort((left, right) => Compare(left.First().PartitionKey, right.First().PartitionKey) * (byPartition.IsDescending ? -1 : 1));
        var sign = orderBy.Any(term => term.IsDescending && IsOneOf(key.SortKey, term)) ? -1 : 1;
        return
        [
            .. partitions.SelectMany(partition => partition.OrderBy(
                static access => access,
                Comparer<KeyConditions>.Create((left, right) => sign * CompareSortKeys(left, right)))),
        ];
    }

    private static int CompareSortKeys(KeyConditions left, KeyConditions right)
    {
        for (var i = 0; i < left.SortKey.Length && i < right.SortKey.Length; i++)
        {
            var order = left.SortKey[i].Value.Span.CompareValue(right.SortKey[i].Value.Span).GetValueOrDefault();
            if (order != 0)
                return order;
        }

        return 0;
    }

    private static int Compare(ReadOnlySpan<AttributeValue> left, ReadOnlySpan<AttributeValue> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            var order = left[i].Span.CompareValue(right[i].Span).GetValueOrDefault();
            if (order != 0)
                return order;
        }

        return 0;
    }

    private static bool IsOneOf(SchemaAttribute[] attributes, PartiQlOrdering term)
        => Array.Exists(attributes, attribute => string.Equals(attribute.Text, term.Path.Root, StringComparison.Ordinal));
}
