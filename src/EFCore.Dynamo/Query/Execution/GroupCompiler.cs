using System.Linq.Expressions;
using System.Reflection;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Query.Execution.Shaping;
using EFCore.Dynamo.Query.Execution.Stages;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution;

/// <summary>Compiles groups.</summary>
internal sealed class GroupCompiler(RowCompiler rowCompiler, SlotWriterCompiler slots)
{
    /// <summary>The stage of a group.</summary>
    public IRowStageFactory Compile(GroupOperator group)
        => (IRowStageFactory)Invoke(nameof(CompileGroup), group.RowKey.Type, group);

    private CompiledGroup<TKey> CompileGroup<TKey>(GroupOperator group)
        where TKey : notnull
        => new()
        {
            Key = (Func<QueryContext, Item, TKey>)rowCompiler.CompileOperator(group.RowKey, typeof(TKey)),
            Comparer = (IEqualityComparer<TKey>?)rowCompiler.FindComparer(group.RowKey) ?? EqualityComparer<TKey>.Default,
            KeyWriters = [.. group.KeyWrites.Select(slots.Compile)],
            Accumulators =
            [
                .. group.Aggregates.Select(aggregate =>
                    (Func<QueryContext, GroupAccumulator>)Invoke(nameof(CompileAccumulator), aggregate.Aggregate.ResultType, aggregate)),
            ],
            List = group.Elements is { } elements
                ? new GroupListWriter(new AttributeName(elements.AttributeName), FindAttributes(group.ElementReads))
                : null,
            IsStreaming = group.IsStreaming,
        };

    private Func<QueryContext, GroupAccumulator> CompileAccumulator<TResult>(GroupAggregate aggregate)
    {
        var condition = aggregate.Condition is null
            ? null
            : (Func<QueryContext, Item, bool>)rowCompiler.CompileOperator(aggregate.Condition, typeof(bool));
        var create = new AggregateCompiler(rowCompiler).Compile<TResult>(aggregate.Aggregate);
        var name = new AttributeName(aggregate.Slot.AttributeName);
        var codecType = aggregate.Mapping.Codec.ClrType;
        var method = codecType == typeof(TResult)
            ? codecType.IsValueType ? nameof(CreateWriter) : nameof(CreateReferenceWriter)
            : nameof(CreateNullableWriter);
        var write = (Action<ItemBuilder, TResult>)Invoke(method, codecType, name, aggregate.Mapping.Codec);
        return context => new GroupAccumulator<TResult>(context, condition, create(context), write);
    }

    private object Invoke(string method, Type typeArgument, params object[] arguments)
        => Reflected.Method(typeof(GroupCompiler), method)
            .MakeGenericMethod(typeArgument)
            .Invoke(this, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!; // each creates something

    private static Action<ItemBuilder, T> CreateWriter<T>(AttributeName name, AttributeValueCodec<T> codec)
        where T : struct
        => (builder, value) =>
        {
            builder.WriteName(name);
            codec.Write(builder, value);
        };

    private static Action<ItemBuilder, T?> CreateNullableWriter<T>(AttributeName name, AttributeValueCodec<T> codec)
        where T : struct
        => (builder, value) =>
        {
            if (value is { } present)
            {
                builder.WriteName(name);
                codec.Write(builder, present);
            }
        };

    private static Action<ItemBuilder, T?> CreateReferenceWriter<T>(AttributeName name, AttributeValueCodec<T> codec)
        where T : class
        => (builder, value) =>
        {
            if (value is not null && !codec.IsAbsent(value))
            {
                builder.WriteName(name);
                codec.Write(builder, value);
            }
        };

    // A row is kept as a whole where an entity is made of it.
    private static AttributeName[]? FindAttributes(IEnumerable<Expression> reads)
    {
        var finder = new RootNameFinder();
        foreach (var read in reads)
        {
            finder.Visit(read);
        }

        return finder.IsWholeRow ? null : [.. finder.Names.Select(name => new AttributeName(name))];
    }

    private sealed class RootNameFinder : ExpressionVisitor
    {
        public bool IsWholeRow { get; private set; }

        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case StructuralTypeShaperExpression { ValueBufferExpression: RowExpression row } shaper:
                    IsWholeRow |= row.Path is null || shaper.StructuralType is IEntityType && !RowSlot.IsIn(row.Path); // an owned entity has its owner's key
                    return Add(node, row.Path);
                case AttributeReadExpression read:
                    return Add(node, read.Attribute.Path);
                case AttributeNullExpression test:
                    return Add(node, test.Attribute.Path);
                case StructuralCollectionExpression collection:
                    return Add(node, collection.Path);
                case LookupCollectionExpression collection:
                    return Add(node, collection.Path);
                case ElementItemsExpression items:
                    return Add(node, items.Path);
                case QueryParameterExpression:
                    return node;
                default:
                    return base.VisitExtension(node);
            }
        }

        private Expression Add(Expression node, DocumentPath? path)
        {
            if (path is not null && !RowSlot.IsInElement(path))
            {
                Names.Add(path.RootName);
            }

            return node;
        }
    }
}
