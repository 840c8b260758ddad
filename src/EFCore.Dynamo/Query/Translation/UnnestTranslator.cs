using System.Linq.Expressions;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Translation.Binding;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation;

/// <summary>Makes rows of the elements of collections in a row: owned and complex ones, values, groups, and what was looked up.</summary>
internal sealed class UnnestTranslator(QuerySteps steps)
{
    /// <summary>The rows of a source, each with those of a collection that it has.</summary>
    /// <param name="source">The source.</param>
    /// <param name="collection">The collection, an expression over what the source's shaper makes.</param>
    /// <param name="isLeft">Whether a row without elements stays.</param>
    /// <param name="resultSelector">What is made of both; null for the elements.</param>
    /// <returns>Null where the collection is none in the row.</returns>
    public ShapedQueryExpression? TryUnnest(ShapedQueryExpression source, Expression collection, bool isLeft, LambdaExpression? resultSelector)
    {
        var (start, calls) = Split(collection);
        var bound = steps.Binder.Bind(start);
        return bound is AttributeReadExpression { Mapping.AttributeType: not AttributeType.Map } values
            ? TryUnnestValues(steps.AddLookups(source), values, calls, isLeft, resultSelector)
            : TryUnnestItems(source, AsItems(bound), calls, isLeft, resultSelector);
    }

    private ShapedQueryExpression? TryUnnestItems(
        ShapedQueryExpression source, Expression start, List<MethodCallExpression> calls, bool isLeft, LambdaExpression? resultSelector)
    {
        var bound = steps.Binder.Bind(calls.Aggregate(AsQueryable(start), (current, call) => call.Update(call.Object, [current, .. call.Arguments.Skip(1)])));
        if (ElementSequence.TryGet(bound, steps.CompilationContext.CreateElementSlot) is not { } sequence)
        {
            return steps.Refuse(QueryStrings.SelectManyNotTranslated);
        }

        var slot = steps.CompilationContext.CreateSlot();
        var element = new ElementMover(sequence.Element.Name!, slot).Visit(sequence.Shaper); // a sequence's variable is named after its slot
        return Finish(steps.AddLookups(source), new UnnestOperator(slot, sequence.Items, isLeft), element, resultSelector);
    }

    // Values have no members: conditions on them and what is made of them are steps behind.
    private ShapedQueryExpression? TryUnnestValues(
        ShapedQueryExpression source, AttributeReadExpression values, List<MethodCallExpression> calls, bool isLeft, LambdaExpression? resultSelector)
    {
        var elementType = values.Type.IsArray ? values.Type.GetElementType()! : values.Type.GetInterfaces().Append(values.Type) // an array has elements
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        if (elementType is null || FindElementMapping(values, elementType) is not { } mapping
            || calls.Exists(call => call.Method.Name != nameof(Queryable.Select) && (isLeft || call.Method.Name != nameof(Queryable.Where))))
        {
            return steps.Refuse(QueryStrings.SelectManyNotTranslated);
        }

        var slot = steps.CompilationContext.CreateSlot();
        source = QuerySteps.Update(source, query => query.AddClientOperator(new UnnestOperator(slot, values, isLeft)));
        Expression element = new AttributeReadExpression(new AttributeOperand(slot.PathTo(path: null), Property: null, mapping), elementType);
        foreach (var call in calls)
        {
            var lambda = (LambdaExpression)((UnaryExpression)call.Arguments[1]).Operand; // Queryable's methods quote
            var body = steps.Binder.Bind(element, lambda);
            source = steps.AddLookups(source);
            (source, element) = call.Method.Name == nameof(Queryable.Where) ? (steps.Filter(source, body), element) : (source, body);
        }

        return Finish(source, step: null, isLeft ? OptionalRow.Test(element, slot) : element, resultSelector);
    }

    private ShapedQueryExpression Finish(ShapedQueryExpression source, UnnestOperator? step, Expression element, LambdaExpression? resultSelector)
    {
        element = step is { IsLeft: true } ? OptionalRow.Test(element, step.Slot) : element;
        var shaper = resultSelector is null ? element : steps.Binder.Bind(source.ShaperExpression, element, resultSelector);
        source = step is null ? source : QuerySteps.Update(source, query => query.AddClientOperator(step));
        return steps.AddLookups(source).UpdateShaperExpression(shaper);
    }

    private DynamoTypeMapping? FindElementMapping(AttributeReadExpression values, Type elementType)
        => (values.Attribute.Property?.GetElementType()?.FindTypeMapping()
            ?? values.Mapping.ElementTypeMapping
            ?? steps.TypeMappingSource.FindMapping(Nullable.GetUnderlyingType(elementType) ?? elementType)) as DynamoTypeMapping;

    private static (Expression Start, List<MethodCallExpression> Calls) Split(Expression collection)
    {
        var calls = new List<MethodCallExpression>();
        while (true)
        {
            switch (collection)
            {
                case MethodCallExpression { Arguments: [var source, ..] } call when call.Method.DeclaringType == typeof(Queryable):
                    if (call.Method.Name != nameof(Queryable.AsQueryable))
                    {
                        calls.Insert(0, call);
                    }

                    collection = source;
                    break;
                case UnaryExpression { NodeType: ExpressionType.Convert } conversion:
                    collection = conversion.Operand;
                    break;
                case MaterializeCollectionNavigationExpression navigation:
                    collection = navigation.Subquery;
                    break;
                default:
                    return (collection, calls);
            }
        }
    }

    // The elements of an owned collection are read like rows that were looked up.
    private static Expression AsItems(Expression bound)
        => bound is StructuralCollectionExpression collection
            ? new LookupCollectionExpression(
                collection.Path,
                new StructuralTypeShaperExpression(collection.ElementType, RowExpression.Root, nullable: false),
                typeof(List<>).MakeGenericType(collection.ElementType.ClrType))
            : bound;

    private static Expression AsQueryable(Expression collection)
        => collection.Type.IsAssignableTo(typeof(IQueryable)) || !collection.Type.IsGenericType
            ? collection
            : Expression.Call(typeof(Queryable), nameof(Queryable.AsQueryable), [collection.Type.GetGenericArguments()[^1]], collection);

    /// <summary>Reads of the slot what was to be read of an element.</summary>
    private sealed class ElementMover(string elementName, RowSlot slot) : RowPathRewriter
    {
        protected override bool MovesElements
            => true;

        protected override DocumentPath? Map(Expression node, DocumentPath? path)
            => path?.RootName == elementName ? slot.PathTo(path.WithoutRoot()) : path;
    }
}
