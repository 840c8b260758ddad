namespace EFCore.Dynamo.Engine.Validation.Expressions;

/// <summary>The service's texts for placeholders without expressions.</summary>
internal static class ExpressionTexts
{
    public const string NamesWithoutExpressions = "ExpressionAttributeNames can only be specified when using expressions";
    public const string ValuesWithoutExpressions = "ExpressionAttributeValues can only be specified when using expressions";

    /// <param name="parameters">What the operation could take values in, such as <c>ConditionExpression is null</c>.</param>
    public static string ValuesWithout(string parameters) => $"{ValuesWithoutExpressions}: {parameters}";
}
