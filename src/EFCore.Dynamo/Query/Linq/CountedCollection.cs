using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Linq;

/// <summary><c>x.Tags.Count</c>, <c>x.Tags.Length</c> and <c>x.Tags.Count()</c>: how many elements a collection attribute has.</summary>
internal static class CountedCollection
{
    /// <summary>The collection attribute whose elements an expression counts.</summary>
    /// <returns>Null for all other expressions.</returns>
    public static AttributeReadExpression? TryGet(Expression expression)
        => expression switch
        {
            MemberExpression { Member.Name: "Count" or "Length", Expression: { } source } => AsCollection(source),
            UnaryExpression { NodeType: ExpressionType.ArrayLength, Operand: var source } => AsCollection(source),
            MethodCallExpression { Method.Name: nameof(Enumerable.Count), Arguments: [var source] } => AsCollection(source),
            _ => null,
        };

    private static AttributeReadExpression? AsCollection(Expression source)
        => source is AttributeReadExpression
        {
            Mapping.AttributeType: AttributeType.List or AttributeType.Map or AttributeType.StringSet
            or AttributeType.NumberSet or AttributeType.BinarySet
        } read
            ? read
            : null;
}
