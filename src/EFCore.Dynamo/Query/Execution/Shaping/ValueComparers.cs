using System.Linq.Expressions;
using System.Reflection;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Storage.TypeMapping;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>
///     Finds how the values of an expression are compared: converted ones by what is stored, collections by their elements, complex values by their members.
/// </summary>
internal sealed class ValueComparers(IModel model)
{
    private readonly Dictionary<ParameterExpression, ValueComparer> _variables = [];
    private readonly Dictionary<IComplexType, ValueComparer> _complexTypes = [];

    /// <summary>Remembers that a lambda's variable stands for the elements of a collection.</summary>
    public void Declare(ParameterExpression variable, Expression collection)
    {
        if (FindElement(collection) is { } comparer)
        {
            _variables[variable] = comparer;
        }
    }

    /// <summary>How the values of an expression are compared; null where their type's own equality is right.</summary>
    public ValueComparer? Find(Expression expression)
        => expression switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert } conversion => Find(conversion.Operand),
            AttributeReadExpression read => ValueComparer.TryCreate(read.Mapping.Codec),
            StructuralTypeShaperExpression { StructuralType: IComplexType type } => OfComplexType(type),
            StructuralCollectionExpression { Member: IComplexProperty property } => OfMember(property),
            ParameterExpression variable => _variables.GetValueOrDefault(variable),
            ConditionalExpression conditional => Find(conditional.IfTrue) ?? Find(conditional.IfFalse),
            BinaryExpression { NodeType: ExpressionType.Coalesce } coalesce => Find(coalesce.Left) ?? Find(coalesce.Right),
            BinaryExpression { NodeType: ExpressionType.ArrayIndex, Left: var array } => FindElement(array),
            MemberExpression { Member: var member } when ClrMembers.FindProperty(model, member) is { } property => OfMember(property),
            MethodCallExpression call when GetElementSource(call) is { } source => FindElement(source),
            NewExpression or MemberInitExpression or MethodCallExpression { Method.Name: nameof(Tuple.Create) } => OfComposite(expression),
            _ => null,
        } ?? ValueComparer.TryCreateByType(expression.Type);

    /// <summary>How the elements of a collection are compared; null where their type's own equality is right.</summary>
    public ValueComparer? FindElement(Expression collection)
        => collection switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert } conversion => FindElement(conversion.Operand),
            AttributeReadExpression { Mapping.Codec.ElementCodec: { } element } => ValueComparer.TryCreate(element),
            StructuralCollectionExpression { ElementType: IComplexType type } => OfComplexType(type),
            MemberExpression { Member: var member } when ClrMembers.FindProperty(model, member) is { } property => OfElements(property),
            NewArrayExpression array => array.Expressions.Select(Find).FirstOrDefault(c => c is not null),
            ListInitExpression list => list.Initializers.Select(i => Find(i.Arguments[0])).FirstOrDefault(c => c is not null),
            MethodCallExpression { Method.Name: nameof(Enumerable.Select), Arguments: [_, LambdaExpression selector] } => Find(selector.Body),
            MethodCallExpression { Arguments: [var source, ..] } call when ValueComparer.FindElementType(call.Type) is { } type
                && ValueComparer.FindElementType(source.Type) == type
                => FindElement(source),
            _ => null,
        } ?? (ValueComparer.FindElementType(collection.Type) is { } elementType ? ValueComparer.TryCreateByType(elementType) : null);

    private static Expression? GetElementSource(MethodCallExpression call)
        => call switch
        {
            { Method.Name: "get_Item", Object: { } list } => list,
            { Method: { DeclaringType: var type, Name: var name }, Arguments: [var source, ..] } when type == typeof(Enumerable) && IsElementMethod(name)
                => source,
            _ => null,
        };

    private static bool IsElementMethod(string name)
        => name.StartsWith(nameof(Enumerable.First), StringComparison.Ordinal)
            || name.StartsWith(nameof(Enumerable.Last), StringComparison.Ordinal)
            || name.StartsWith(nameof(Enumerable.Single), StringComparison.Ordinal)
            || name.StartsWith(nameof(Enumerable.ElementAt), StringComparison.Ordinal);

    private ValueComparer? OfMember(IPropertyBase member)
        => member switch
        {
            IProperty property => ValueComparer.TryCreate(((DynamoTypeMapping)property.GetTypeMapping()).Codec),
            IComplexProperty { IsCollection: true } property
                => ValueComparer.OfSequence(property.ClrType, property.ComplexType.ClrType, OfComplexType(property.ComplexType)),
            IComplexProperty property => OfComplexType(property.ComplexType),
            _ => null,
        };

    private ValueComparer? OfElements(IPropertyBase member)
        => member switch
        {
            IProperty property when ((DynamoTypeMapping)property.GetTypeMapping()).Codec.ElementCodec is { } element => ValueComparer.TryCreate(element),
            IComplexProperty { IsCollection: true } property => OfComplexType(property.ComplexType),
            _ => null,
        };

    private ValueComparer OfComplexType(IComplexType type)
    {
        if (!_complexTypes.TryGetValue(type, out var comparer))
        {
            var members = type.GetProperties().Cast<IPropertyBase>().Concat(type.GetComplexProperties()).Where(p => !p.IsShadowProperty()).ToList();
            comparer = CreateMemberwise(
                type.ClrType, members.ConvertAll(m => m.GetMemberInfo(forMaterialization: false, forSet: false)), members.ConvertAll(OfMember));
            _complexTypes.Add(type, comparer);
        }

        return comparer;
    }

    // An anonymous type or tuple compares its members by their own equality; a class that the query fills has none.
    private ValueComparer? OfComposite(Expression expression)
    {
        if (expression is MemberInitExpression { NewExpression.Arguments.Count: 0 } initialized)
        {
            var assignments = initialized.Bindings.OfType<MemberAssignment>().ToList();
            return assignments.Count == initialized.Bindings.Count
                ? CreateMemberwise(expression.Type, assignments.ConvertAll(a => a.Member), assignments.ConvertAll(a => Find(a.Expression)))
                : null;
        }

        if (CompositeParts.TryGet(expression) is not { Names: { } names } parts)
        {
            return null;
        }

        var comparers = parts.Values.Select(Find).ToList();
        return comparers.TrueForAll(c => c is null)
            ? null
            : CreateMemberwise(expression.Type, [.. names.Select(n => FindMember(expression.Type, n))], comparers);
    }

    private static MemberInfo FindMember(Type type, string name)
        => (MemberInfo?)type.GetProperty(name) ?? type.GetField(name)!; // the members of anonymous types and tuples are public

    private static ValueComparer CreateMemberwise(Type type, List<MemberInfo> members, List<ValueComparer?> comparers)
    {
        var value = Expression.Parameter(type, "value");
        var getters = Array.CreateInstance(typeof(Func<,>).MakeGenericType(type, typeof(object)), members.Count);
        for (var i = 0; i < members.Count; i++)
        {
            getters.SetValue(
                Expression.Lambda(
                    getters.GetType().GetElementType()!, Expression.Convert(Expression.MakeMemberAccess(value, members[i]), typeof(object)), value).Compile(),
                i);
        }

        return new(
            type,
            Activator.CreateInstance(
                typeof(MemberwiseEqualityComparer<>).MakeGenericType(type), getters, comparers.ConvertAll(ValueComparer.GetBoxed).ToArray())!);
    }
}
