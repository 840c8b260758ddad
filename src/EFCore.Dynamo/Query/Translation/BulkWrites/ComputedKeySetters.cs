using System.Linq.Expressions;
using System.Reflection;
using EFCore.Dynamo.Metadata.Layouts;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Query.Translation.Binding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Translation.BulkWrites;

/// <summary>What follows from setting properties: the key attributes of indexes whose templates they are part of.</summary>
/// <param name="entityType">The type of the items; some may be of types derived from it, which have indexes of their own.</param>
/// <param name="typeMappingSource">Knows how texts are written.</param>
internal sealed class ComputedKeySetters(IEntityType entityType, ITypeMappingSource typeMappingSource)
{
    private static readonly MethodInfo FormatMethod = Reflected.Method(typeof(KeyComponent), nameof(KeyComponent.FormatBoxed));

    private readonly List<(IEntityType Type, KeyComponent Component)> _components =
    [
        .. entityType.GetDerivedTypesInclusive().SelectMany(type => FindComputed(type, entityType).Select(component => (type, component))),
    ];

    /// <summary>Whether setting what is at a path sets the value of a hole.</summary>
    public static bool IsSetBy(DocumentPath path, KeyHole hole)
        => path.Segments.Length <= hole.Path.Count
            && path.Segments.Select((segment, i) => segment is NameSegment name && name.Name == hole.Path[i].GetAttributeName()).All(isSame => isSame);

    /// <summary>Whether an index's key is computed of what is at a path.</summary>
    public bool IsPart(DocumentPath path)
        => _components.Any(c => c.Component.Holes.Any(hole => IsSetBy(path, hole)));

    /// <summary>The setters of the computed attributes that are not what they were when properties are set.</summary>
    public IEnumerable<AttributeSetter> Create(IReadOnlyList<AttributeSetter> setters)
    {
        var computed = new Dictionary<string, AttributeSetter>(StringComparer.Ordinal);
        foreach (var (type, component) in _components)
        {
            if (component.Holes.Any(hole => setters.Any(setter => IsSetBy(setter.Path, hole))))
            {
                computed[component.AttributeName] = Create(type, component, setters, computed.GetValueOrDefault(component.AttributeName));
            }
        }

        return computed.Values;
    }

    private static IEnumerable<KeyComponent> FindComputed(IEntityType type, IEntityType queried)
        => type.GetSecondaryIndexes()
            .Where(index => type == queried || type.BaseType!.GetSecondaryIndexes().All(inherited => inherited.Name != index.Name)) // derived, so it has a base
            .SelectMany(index => index.PartitionKeys.Concat(index.SortKeys))
            .Where(component => component.IsComputed)
            .DistinctBy(component => component.AttributeName, StringComparer.Ordinal);

    private AttributeSetter Create(IEntityType type, KeyComponent component, IReadOnlyList<AttributeSetter> setters, AttributeSetter? ofBase)
    {
        var path = DocumentPath.Root(component.AttributeName);
        var holes = component.Holes.Select(hole => Expression.Convert(FindValue(hole, setters), typeof(object)));
        Expression value = Expression.Call(Expression.Constant(component), FormatMethod, Expression.NewArrayInit(typeof(object), holes));
        if (type != entityType)
        {
            // Items of other types keep what they have.
            value = Expression.Condition(
                DiscriminatorPredicate.Create(entityType, type.ClrType), value, ofBase?.RowValue ?? Expression.Convert(Read(path, component), typeof(object)));
        }

        return new AttributeSetter(path, component.Codec, Member: null, Value: null, value);
    }

    private AttributeReadExpression Read(DocumentPath path, KeyComponent component)
    {
        var mapping = component.Property?.GetTypeMapping() ?? typeMappingSource.FindMapping(typeof(string))!; // every source knows texts
        return new AttributeReadExpression(new AttributeOperand(path, Property: null, mapping), mapping.ClrType).MakeNullable();
    }

    private static Expression FindValue(KeyHole hole, IReadOnlyList<AttributeSetter> setters)
        => setters.FirstOrDefault(setter => IsSetBy(setter.Path, hole)) is { } setter
            ? hole.Path.Skip(setter.Path.Segments.Length).Aggregate(
                setter.RowValue,
                (value, member) => Expression.MakeMemberAccess(value, member.GetMemberInfo(forMaterialization: false, forSet: false)))
            : ReadStored(hole);

    private static AttributeReadExpression ReadStored(KeyHole hole)
    {
        var row = hole.Path.SkipLast(1).Aggregate(RowExpression.Root, (outer, member) => new RowExpression(outer.PathTo(member.GetAttributeName())));
        var read = RowBinder.CreateRead(row, hole.Property);

        // In a complex value that is null everything is null, what is not nullable too.
        return hole.Path.OfType<IComplexProperty>().Any(property => property.IsNullable) ? read.MakeNullable() : read;
    }
}
