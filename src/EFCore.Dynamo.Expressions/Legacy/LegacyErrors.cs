using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;

namespace EFCore.Dynamo.Expressions.Legacy;

/// <summary>The service's errors about legacy parameters.</summary>
internal static class LegacyErrors
{
    private const string Prefix = "One or more parameter values were invalid: ";

    public static DynamoValidationException OperatorWithoutConditions() => new("ConditionalOperator cannot be used without Filter or Expected");

    public static DynamoValidationException OperatorOfOneCondition()
        => new("ConditionalOperator can only be used when Filter or Expected has two or more elements");

    public static DynamoValidationException ArgumentCount(ComparisonOperator comparison)
        => new($"{Prefix}Invalid number of argument(s) for the {WireEnums.ComparisonOperator.GetText(comparison)} ComparisonOperator");

    public static DynamoValidationException MixedTypes() => new(Prefix + "AttributeValues inside AttributeValueList must be of same type");

    public static DynamoValidationException ArgumentType(ComparisonOperator comparison, AttributeType type)
        => new($"{Prefix}ComparisonOperator {WireEnums.ComparisonOperator.GetText(comparison)} is not valid for {type.GetWireName()} AttributeValue type");

    public static DynamoValidationException BoundsOrder()
        => new("The BETWEEN condition was provided a range where the lower bound is greater than the upper bound");

    public static DynamoValidationException ValueWithList(string attribute)
        => new($"{Prefix}Value and AttributeValueList cannot be used together for Attribute: {attribute}");

    public static DynamoValidationException ExistsWithComparison(string attribute)
        => new($"{Prefix}Exists and ComparisonOperator cannot be used together for Attribute: {attribute}");

    public static DynamoValidationException ComparisonWithoutValue(ComparisonOperator comparison, string attribute)
        => new(
            $"{Prefix}Value or AttributeValueList must be used with ComparisonOperator: {WireEnums.ComparisonOperator.GetText(comparison)} for Attribute: {attribute}");

    public static DynamoValidationException ListWithoutComparison(string attribute)
        => new($"{Prefix}AttributeValueList can only be used with a ComparisonOperator for Attribute: {attribute}");

    public static DynamoValidationException MissingValue(bool? exists, string attribute)
        => new($"{Prefix}Value must be provided when Exists is {(exists is null ? "null" : "true")} for Attribute: {attribute}");

    public static DynamoValidationException ValueOfMissing(string attribute)
        => new($"{Prefix}Value cannot be used when Exists is false for Attribute: {attribute}");

    public static DynamoValidationException NotIndexable() => new("Attempted conditional constraint is not an indexable operation");

    public static DynamoValidationException OnlyDeleteWithoutValue() => new(Prefix + "Only DELETE action is allowed when no attribute value is specified");

    public static DynamoValidationException DeleteType(AttributeType type)
        => new($"{Prefix}DELETE action with value is not supported for the type {type.GetWireName()}");

    public static DynamoValidationException AddType(AttributeType type) => new($"{Prefix}ADD action is not supported for the type {type.GetWireName()}");

    public static DynamoValidationException EmptyName() => new(Prefix + "Empty attribute name");

    public static DynamoValidationException DuplicateAttribute(string attribute) => new($"{Prefix}Duplicate value in attribute name: {attribute}");
}
