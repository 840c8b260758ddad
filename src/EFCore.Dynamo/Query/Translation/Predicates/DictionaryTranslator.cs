using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Translation.Operands;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Translation.Predicates;

/// <summary><c>ContainsKey</c> of dictionaries with string keys.</summary>
internal sealed class DictionaryTranslator(OperandTranslator operands) : IMethodTranslator
{
    /// <inheritdoc />
    public DynamoPredicate? TryTranslate(MethodCallExpression call)
    {
        if (call is not { Method.Name: nameof(Dictionary<,>.ContainsKey), Object: { } source, Arguments: [var key] }
            || operands.TryTranslateAttribute(source) is not { TypeMapping: DynamoTypeMapping { AttributeType: AttributeType.Map } } map)
        {
            return null;
        }

        AttributePathSegment? segment = key switch
        {
            ConstantExpression { Value: string name } => new NameSegment(name),
            QueryParameterExpression parameter when parameter.Type == typeof(string) => new ParameterSegment(parameter.Name, IsIndex: false),
            _ => null,
        };
        return segment is null
            ? null
            : new NotPredicate(new NullPredicate(new AttributeOperand(map.Path.Append(segment), Property: null, TypeMapping: null)));
    }
}
