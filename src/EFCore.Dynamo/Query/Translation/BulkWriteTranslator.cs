using System.Linq.Expressions;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Translation.BulkWrites;
using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Storage.TypeMapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using ExecuteUpdateSetter = Microsoft.EntityFrameworkCore.Query.QueryableMethodTranslatingExpressionVisitor.ExecuteUpdateSetter;

namespace EFCore.Dynamo.Query.Translation;

/// <summary>Translates <c>ExecuteUpdate</c> and <c>ExecuteDelete</c>: the items are those of the query's first source.</summary>
internal sealed class BulkWriteTranslator(QuerySteps steps)
{
    private readonly UpdateValueTranslator _values = new(steps.Predicates.Operands, steps.CompilationContext);

    /// <summary>Translates <c>ExecuteDelete</c>.</summary>
    /// <exception cref="InvalidOperationException">The rows are not the entities of one set.</exception>
    public static BulkWriteExpression TranslateDelete(ShapedQueryExpression source)
        => IsFirstSource(source.ShaperExpression) && IsOverItems(source)
            ? new BulkWriteExpression((DynamoQueryExpression)source.QueryExpression, [])
            : throw new InvalidOperationException(QueryStrings.BulkTargetNotEntity(nameof(EntityFrameworkQueryableExtensions.ExecuteDelete)));

    /// <summary>Translates <c>ExecuteUpdate</c>.</summary>
    /// <exception cref="InvalidOperationException">
    ///     The rows are not the items of one set, or a setter names no property of them, or one of the table's key.
    /// </exception>
    public BulkWriteExpression TranslateUpdate(ShapedQueryExpression source, IReadOnlyList<ExecuteUpdateSetter> setters)
    {
        if (!IsOverItems(source))
        {
            throw new InvalidOperationException(QueryStrings.BulkTargetNotEntity(nameof(EntityFrameworkQueryableExtensions.ExecuteUpdate)));
        }

        var keys = new ComputedKeySetters(((DynamoQueryExpression)source.QueryExpression).EntityType, steps.TypeMappingSource);
        var translated = new List<AttributeSetter>();
        foreach (var setter in setters)
        {
            var added = CreateSetter(source, setter, keys);
            source = steps.AddLookups(source); // of the value
            translated.RemoveAll(earlier => earlier.Path.Equals(added.Path)); // the last one counts
            translated.Add(added);
        }

        return new BulkWriteExpression((DynamoQueryExpression)source.QueryExpression, [.. translated, .. keys.Create(translated)]);
    }

    // Rows that come from elsewhere in between, and groups, are none of the first source's items.
    private static bool IsOverItems(ShapedQueryExpression source)
        => source.QueryExpression is DynamoQueryExpression { Aggregate: null } query && query.ClientOperators.All(o =>
            o is FilterOperator or OrderOperator or ReverseOperator or SkipOperator or TakeOperator or DistinctOperator or LookupOperator);

    private static bool IsFirstSource(Expression shaper)
        => shaper switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert } conversion => IsFirstSource(conversion.Operand),
            IncludeExpression include => IsFirstSource(include.EntityExpression),
            StructuralTypeShaperExpression { StructuralType: IEntityType, ValueBufferExpression: RowExpression { Path: null } } => true,
            _ => false,
        };

    private AttributeSetter CreateSetter(ShapedQueryExpression source, ExecuteUpdateSetter setter, ComputedKeySetters keys)
    {
        var bound = steps.Binder.Bind(FindRow(source.ShaperExpression, setter.PropertySelector), setter.PropertySelector);
        while (bound is UnaryExpression { NodeType: ExpressionType.Convert } conversion)
        {
            bound = conversion.Operand;
        }

        if (FindTarget(bound) is not var (path, codec, member) || RowSlot.IsIn(path))
        {
            throw new InvalidOperationException(QueryStrings.SetterNotTranslated(setter.PropertySelector.ToString()));
        }

        RefuseKey(((DynamoQueryExpression)source.QueryExpression).EntityType, path);

        // What a key is computed of must be one value, and one that the client knows.
        var isInKey = keys.IsPart(path);
        var rowValue = BindValue(source, setter.ValueExpression, bound.Type, isOfRow: !isInKey);
        var value = bound is AttributeReadExpression target ? _values.TryTranslate(target, rowValue) : null;
        return new AttributeSetter(path, codec, member, isInKey && value is not PlainValue ? null : value, rowValue);
    }

    // A navigation in a setter joins its entity to the rows, of which EF tells only the setters after it.
    private static Expression FindRow(Expression shaper, LambdaExpression lambda)
    {
        while (shaper.Type != lambda.Parameters[0].Type && shaper is NewExpression { Arguments: [var outer, _], Members: not null })
        {
            shaper = outer;
        }

        return shaper;
    }

    private Expression BindValue(ShapedQueryExpression source, Expression value, Type type, bool isOfRow)
    {
        var lambda = value as LambdaExpression ?? Expression.Lambda(value, Expression.Parameter(source.ShaperExpression.Type));
        var row = source.UpdateShaperExpression(FindRow(source.ShaperExpression, lambda));
        var bound = isOfRow && NewValueFinder.IsIn(lambda) ? steps.Binder.Bind(row.ShaperExpression, lambda) : steps.BindCondition(row, lambda);
        return bound.Type == type || (!type.IsValueType && type.IsAssignableFrom(bound.Type)) ? bound : Expression.Convert(bound, type);
    }

    private static (DocumentPath Path, AttributeValueCodec Codec, IReadOnlyPropertyBase? Member)? FindTarget(Expression bound)
        => bound switch
        {
            AttributeReadExpression { Attribute: { TypeMapping: DynamoTypeMapping mapping } attribute } => (attribute.Path, mapping.Codec, attribute.Property),
            StructuralTypeShaperExpression { StructuralType: IComplexType type, ValueBufferExpression: RowExpression { Path: { } path } }
                => (path, StructuralValueCodec.Create(type.ComplexProperty), type.ComplexProperty),
            StructuralCollectionExpression { Member: IComplexProperty property } collection
                => (collection.Path, StructuralValueCodec.Create(property), property),
            _ => null,
        };

    private static void RefuseKey(IEntityType entityType, DocumentPath path)
    {
        var layout = entityType.GetKeyLayout();
        foreach (var component in new[] { layout.PartitionKey, layout.SortKey })
        {
            if (component is not null
                && (component.Holes.Any(hole => ComputedKeySetters.IsSetBy(path, hole)) || path.Equals(DocumentPath.Root(component.AttributeName))))
            {
                throw new InvalidOperationException(
                    QueryStrings.KeySetInBulk(entityType.DisplayName(), path.ToString(), component.AttributeName, component.Template.ToString()));
            }
        }
    }
}
