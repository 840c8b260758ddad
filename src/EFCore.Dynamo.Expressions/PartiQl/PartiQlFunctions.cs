using System.Collections.Frozen;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.PartiQl.Parsing;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>The functions of the service's dialect.</summary>
internal static class PartiQlFunctions
{
    private static readonly FrozenDictionary<string, (ExpressionFunction Function, int OperandCount)> Conditions
        = new Dictionary<string, (ExpressionFunction, int)>(StringComparer.Ordinal)
        {
            ["attribute_exists"] = (ExpressionFunction.AttributeExists, 1),
            ["attribute_not_exists"] = (ExpressionFunction.AttributeNotExists, 1),
            ["attribute_type"] = (ExpressionFunction.AttributeType, 2),
            ["begins_with"] = (ExpressionFunction.BeginsWith, 2),
            ["contains"] = (ExpressionFunction.Contains, 2),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The function that is true or false, and how many operands it takes; null for any other.</summary>
    public static (ExpressionFunction Function, int OperandCount)? FindCondition(PartiQlExpression.Call call)
        => Conditions.TryGetValue(call.Function, out var found) ? found : null;

    /// <summary>The error for a function that may not stand where it does: a function of the dialect is unsupported there, any other is unrecognized.</summary>
    public static DynamoValidationException Reject(PartiQlExpression.Call call)
    {
        var exists = FindCondition(call) is not null || call.Function is "size" or "list_append" or "set_add" or "set_delete";
        return PartiQlErrors.Unsupported(exists ? PartiQlErrors.UnsupportedFunction(call.Function) : PartiQlErrors.UnrecognizedFunction(call));
    }
}
