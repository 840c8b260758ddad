using EFCore.Dynamo.Engine.ControlPlane;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Reading;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.PartiQl;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.PartiQl;

/// <summary>A SELECT and its parameters to a <see cref="SelectPlan" />.</summary>
internal static class SelectPlanner
{
    /// <exception cref="DynamoValidationException">The statement does not fit its parameters, the table's keys, or the service's rules.</exception>
    public static Bound<SelectPlan> Plan(EngineContext context, PartiQlStatement statement, IReadOnlyList<AttributeValue>? parameters)
    {
        var select = (PartiQlNode.Select)statement.Root;
        var translator = new PartiQlTranslator(statement, parameters);
        var where = new StatementCondition(translator, select.Where);
        if (!StatementTables.TryFind(context, select, out var table, out var tableError))
        {
            return tableError;
        }

        IndexSchema? index = null;
        if (select.Source.IndexName is { } indexName && (index = table.FindIndex(indexName)) is null)
        {
            return ServiceError.Validation(PartiQlTexts.IndexNotFound);
        }

        if (index is { IsBuilding: true })
        {
            return ServiceError.Validation(ResourceTexts.IndexIsBackfilling(index.Name));
        }

        var key = index?.Key ?? table.Key;
        var projection = BindProjection(table, translator, select);
        var access = new KeyAccessPlanner(key, translator).Plan(where.Root);
        if (Validate(key, access, select.OrderBy) is { } error)
        {
            return error;
        }

        return new SelectPlan
        {
            Table = table,
            RequestedName = select.Source.TableName,
            Index = index,
            Accesses = Order(key, access.Accesses, select.OrderBy),
            Filter = where.BindRest(table, access.Residual),
            FilterAttributes = index?.ProjectedNames is null || access.Accesses is null ? [] : FilterAttributes.FindOutsideOr(translator, access.Residual),
            Projection = projection,
            IsForward = !select.OrderBy.Any(term => term.IsDescending && IsOneOf(key.SortKey, term)),
        };
    }

    /// <summary>The paths of a SELECT, or null.</summary>
    public static BoundProjection? BindProjection(TableSchema table, PartiQlTranslator translator, PartiQlNode.Select select)
    {
        if (select.Projection is null)
        {
            return null;
        }

        var paths = translator.TranslateProjection(select.Projection);
        var projection = ProjectionExpression.FromSelectList(paths).Bind(translator.CreatePlaceholders());
        KeyPathRules.Validate(table, projection);
        return projection;
    }

    private static ServiceError? Validate(KeyLayout key, KeyAccessPlan access, SyntaxList<PartiQlOrdering> orderBy)
    {
        foreach (var term in orderBy)
        {
            if (term.Path.Elements.Count > 0 || key.Find(term.Path.Root) is null)
            {
                return ServiceError.Validation(PartiQlTexts.OrderByNoKey(term.Path.Root));
            }
        }

        if (orderBy.Count > 0 && access.Accesses is null)
        {
            return ServiceError.Validation(PartiQlTexts.OrderByNeedsPartitionKey);
        }

        foreach (var conditions in access.Accesses ?? [])
        {
            if (KeyConditionRules.Validate(key, conditions) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>
    ///     Partitions in the order that ORDER BY asks for, otherwise as they were written; within a partition listed sort keys in the order of the read.
    /// </summary>
    private static IReadOnlyList<KeyConditions>? Order(KeyLayout key, IReadOnlyList<KeyConditions>? accesses, SyntaxList<PartiQlOrdering> orderBy)
    {
        if (accesses is null or { Count: < 2 })
        {
            return accesses;
        }

        var partitions = accesses.GroupBy(static access => access.PartitionKey[0]).ToList();
        if (orderBy.FirstOrDefault(term => IsOneOf(key.PartitionKey, term)) is { } byPartition)
        {
            partitions.Sort((left, right) => Compare(left.Key, right.Key) * (byPartition.IsDescending ? -1 : 1));
        }

        var sign = orderBy.Any(term => term.IsDescending && IsOneOf(key.SortKey, term)) ? -1 : 1;
        return
        [
            .. partitions.SelectMany(partition => partition.OrderBy(
                static access => access,
                Comparer<KeyConditions>.Create((left, right) => sign * CompareSortKeys(left, right)))),
        ];
    }

    private static int CompareSortKeys(KeyConditions left, KeyConditions right)
        => left.SortKey.IsEmpty || right.SortKey.IsEmpty ? 0 : Compare(left.SortKey[0].Value, right.SortKey[0].Value);

    private static int Compare(AttributeValue left, AttributeValue right) => left.Span.CompareValue(right.Span).GetValueOrDefault();

    private static bool IsOneOf(SchemaAttribute[] attributes, PartiQlOrdering term)
        => Array.Exists(attributes, attribute => string.Equals(attribute.Text, term.Path.Root, StringComparison.Ordinal));
}
