using System.Collections.Immutable;
using System.Linq.Expressions;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Translation.Binding;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation;

/// <summary>Turns a <c>GroupBy</c> into rows of groups: slots with the key, and one with the list of the group's rows.</summary>
internal sealed class GroupTranslator(QuerySteps steps)
{
    /// <summary>The query of the groups of a query's results.</summary>
    /// <param name="source">The query.</param>
    /// <param name="keySelector">Equal keys make a group; null is a key.</param>
    /// <param name="elementSelector">What becomes of the results in a group; null leaves them.</param>
    /// <param name="resultSelector">Makes a result of a key and its group; null leaves the groups.</param>
    /// <returns>Null where the key cannot be written into a row.</returns>
    public ShapedQueryExpression? TryGroup(
        ShapedQueryExpression source, LambdaExpression keySelector, LambdaExpression? elementSelector, LambdaExpression? resultSelector)
    {
        var key = steps.Binder.Bind(source.ShaperExpression, keySelector);
        var element = elementSelector is null ? source.ShaperExpression : steps.Binder.Bind(source.ShaperExpression, elementSelector);
        source = steps.AddLookups(source);
        var projector = new SlotProjector(steps.CompilationContext, steps.TypeMappingSource);
        if (projector.TryProject(key) is not { } keyShaper)
        {
            return steps.Refuse(QueryStrings.GroupKeyNotTranslated(key.Type.Name));
        }

        var slot = steps.CompilationContext.CreateSlot();
        var group = new GroupOperator(CreateRowKey(projector.Writes), projector.Writes, slot, [element]);
        var elements = new LookupCollectionExpression(slot.PathTo(path: null), element, typeof(List<>).MakeGenericType(element.Type));
        var shaper = resultSelector is null
            ? CreateGroup(keyShaper, elements, keySelector.ReturnType)
            : steps.Binder.Bind(keyShaper, elements, resultSelector);
        return steps.AddLookups(QuerySteps.Update(source, query => query.AddClientOperator(group))).UpdateShaperExpression(shaper);
    }

    private static GroupExpression CreateGroup(Expression key, LookupCollectionExpression elements, Type keyType)
        => new(
            key.Type == keyType ? key : Expression.Convert(key, keyType),
            elements,
            typeof(IGrouping<,>).MakeGenericType(keyType, elements.ElementShaper.Type));

    // A tuple is never null, as the key of a dictionary must not be.
    private static Expression CreateRowKey(ImmutableArray<SlotWrite> writes)
    {
        var parts = writes.SelectMany(write => GetParts(write)).ToList();
        if (parts.Count == 0)
        {
            parts.Add(Expression.Constant(value: true)); // new { }: one group
        }

        return CreateTuple(parts);
    }

    private static NewExpression CreateTuple(List<Expression> parts)
    {
        const int MaxParts = 7;
        if (parts.Count <= MaxParts)
        {
            var type = Type.GetType($"System.ValueTuple`{parts.Count}")!.MakeGenericType([.. parts.Select(part => part.Type)]); // .NET has those up to 8
            return Expression.New(type.GetConstructors()[0], parts);
        }

        var rest = CreateTuple(parts[MaxParts..]);
        var nested = typeof(ValueTuple<,,,,,,,>).MakeGenericType([.. parts.Take(MaxParts).Select(part => part.Type), rest.Type]);
        return Expression.New(nested.GetConstructors()[0], [.. parts.Take(MaxParts), rest]);
    }

    // An entity is its key. What is computed of nothing is the default of its type, as it is read from the group's row.
    private static IEnumerable<Expression> GetParts(SlotWrite write)
        => write.Value switch
        {
            StructuralTypeShaperExpression { StructuralType: IEntityType type, ValueBufferExpression: RowExpression row } when type.FindPrimaryKey() is { } key
                => key.Properties.Select(property => RowBinder.CreateRead(row, property).MakeNullable()),
            AttributeReadExpression or StructuralTypeShaperExpression or StructuralCollectionExpression => [write.Value],
            { Type: { IsValueType: true } type } when Nullable.GetUnderlyingType(type) is null
                => [Expression.Coalesce(Expression.Convert(write.Value, typeof(Nullable<>).MakeGenericType(type)), Expression.Default(type))],
            _ => [write.Value],
        };
}
