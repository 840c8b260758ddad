namespace EFCore.Dynamo.Engine.Operations.Tags;

/// <summary>The service's texts about tags.</summary>
internal static class TagTexts
{
    public const string TagsEmpty = "Atleast one Tag needs to be provided as Input.";
    public const string TagKeysEmpty = "Atleast one Tag Key needs to be provided as Input.";
    public const string TooMany = "Number of Tags exceed the current limit for the provided ResourceArn";

    /// <summary>The service answers all tags in one page and gives no token; what it says of a made-up one is not known.</summary>
    public const string InvalidNextToken = "One or more parameter values were invalid: Invalid NextToken";

    public static string InvalidKey(string? key) => $"The Tag Key provided is invalid, Key: {key ?? "null"}";

    public static string InvalidValue(string? value) => $"The Tag Value provided is invalid, Value: {value ?? "null"}";

    public static string ReservedKey(string key) => $"Tag Key cannot be prefixed with aws:, Key: {key}";

    public static string DuplicateKey(string key) => $"Duplicate Tag Keys provided as input: Duplicate Tag Key found {key}";

    public static string TooLarge(int sizeBytes, int maxBytes) => $"Tag set size {sizeBytes} bytes is above max size limit of {maxBytes} bytes";
}
