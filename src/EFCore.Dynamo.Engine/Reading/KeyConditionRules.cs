using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Schema;
using EFCore.Dynamo.Engine.Validation.Keys;
using EFCore.Dynamo.Expressions;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Reading;

/// <summary>The values of a key condition are keys: neither empty nor too long.</summary>
internal static class KeyConditionRules
{
    public static ServiceError? Validate(KeyLayout key, KeyConditions conditions)
    {
        for (var i = 0; i < conditions.PartitionKey.Length; i++)
        {
            var value = conditions.PartitionKey[i];
            if (SizeOf(value) == 0)
            {
                return ServiceError.EmptyKeyValue(KeyTexts.EmptyKey(key.PartitionKey[i]));
            }

            if (SizeOf(value) > KeyValidator.MaxPartitionKeyBytes)
            {
                return ServiceError.Validation(KeyTexts.PartitionKeyTooLong);
            }
        }

        for (var i = 0; i < conditions.SortKey.Length; i++)
        {
            var condition = conditions.SortKey[i];
            if (SizeOf(condition.Value) > KeyValidator.MaxSortKeyBytes || SizeOf(condition.Upper) > KeyValidator.MaxSortKeyBytes)
            {
                return ServiceError.Validation(KeyTexts.SortKeyTooLong);
            }

            if (SizeOf(condition.Value) == 0 && condition.Operator == SortKeyOperator.Equal)
            {
                return ServiceError.EmptyKeyValue(KeyTexts.EmptyKey(key.SortKey[i]));
            }
        }

        return null;
    }

    private static int SizeOf(AttributeValue value) => value.Type switch
    {
        AttributeType.String => value.GetUtf8String().Length,
        AttributeType.Binary => value.GetBinary().Length,
        _ => 1,
    };
}
