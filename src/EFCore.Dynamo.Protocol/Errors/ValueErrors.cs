namespace EFCore.Dynamo.Protocol;

/// <summary>The service's texts for attribute values that JSON can spell and a packed item cannot hold.</summary>
internal static class ValueErrors
{
    public const string Empty = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";

    public const string SeveralTypes = "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes";

    public const string FalseNull = "One or more parameter values were invalid: Null attribute value types must have the value of true";

    public const string NullInSet = "One or more parameter values were invalid: An set may not have a null member";

    public const string TooDeep = "Nesting Levels have exceeded supported limits";

    public static string OfExpressionValue(string message, string key) => $"ExpressionAttributeValues contains invalid value: {message} for key {key}";
}
