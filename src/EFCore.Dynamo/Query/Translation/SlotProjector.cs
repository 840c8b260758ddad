using System.Collections.Immutable;
using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Storage.TypeMapping;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Translation;

/// <summary>Moves what a shaper reads and computes into slots, so that rows of another origin can take their place.</summary>
internal sealed class SlotProjector(DynamoQueryCompilationContext compilationContext, ITypeMappingSource typeMappingSource) : ExpressionVisitor
{
    private readonly ImmutableArray<SlotWrite>.Builder _writes = ImmutableArray.CreateBuilder<SlotWrite>();

    private bool _isFailed;

    /// <summary>The slots, in the order in which the shaper has their values.</summary>
    public ImmutableArray<SlotWrite> Writes
        => _writes.ToImmutable();

    /// <summary>The shaper over rows of slots; null where it computes something that cannot be written into a row.</summary>
    public Expression? TryProject(Expression shaper)
    {
        var projected = Visit(shaper);
        return _isFailed ? null : projected;
    }

    /// <inheritdoc />
    public override Expression? Visit(Expression? node)
        => node switch
        {
            null or NewExpression { Members: not null } or MemberInitExpression or IncludeExpression => base.Visit(node),
            NewExpression created when FindMapping(created.Type) is null => base.Visit(node),
            UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion when !IsMapped(conversion) => base.Visit(node),
            StructuralTypeShaperExpression { ValueBufferExpression: RowExpression } shaper
                => shaper.Update(new RowExpression(AddCopy(shaper))),
            StructuralCollectionExpression collection => new StructuralCollectionExpression(collection.Member, AddCopy(collection)),
            LookupCollectionExpression collection => new LookupCollectionExpression(AddCopy(collection), collection.ElementShaper, collection.Type),
            _ => AddValue(node),
        };

    private DocumentPath AddCopy(Expression value)
    {
        var slot = compilationContext.CreateSlot();
        _writes.Add(new SlotWrite(slot, value, Mapping: null));
        return slot.PathTo(path: null);
    }

    private Expression AddValue(Expression value)
    {
        var mapping = value is AttributeReadExpression read ? read.Mapping : FindMapping(value.Type);
        if (mapping is null)
        {
            _isFailed = true;
            return value;
        }

        var slot = compilationContext.CreateSlot();
        _writes.Add(new SlotWrite(slot, value, value is AttributeReadExpression ? null : mapping));
        return new AttributeReadExpression(new AttributeOperand(slot.PathTo(path: null), Property: null, mapping), value.Type);
    }

    private bool IsMapped(Expression value)
        => FindMapping(value.Type) is not null;

    private DynamoTypeMapping? FindMapping(Type type)
        => typeMappingSource.FindMapping(Nullable.GetUnderlyingType(type) ?? type) as DynamoTypeMapping;
}
