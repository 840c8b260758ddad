using System.Diagnostics;

namespace EFCore.Dynamo.Errors;

/// <summary>The service's texts about numbers.</summary>
internal static class NumberTexts
{
    private const string NotNumeric = "The parameter cannot be converted to a numeric value";

    public static string Of(NumberErrorKind kind, string text) => kind switch
    {
        NumberErrorKind.NotNumeric => $"{NotNumeric}: {text}",
        NumberErrorKind.ExponentTooLong => NotNumeric,
        NumberErrorKind.Overflow => "Number overflow. Attempting to store a number with magnitude larger than supported range",
        NumberErrorKind.Underflow => "Number underflow. Attempting to store a number with magnitude smaller than supported range",
        NumberErrorKind.TooManyDigits => "Attempting to store more than 38 significant digits in a Number",
        _ => throw new UnreachableException($"No text for {kind}."),
    };

    /// <summary>The older ones have nothing to say of an empty text.</summary>
    public static string OlderOf(NumberErrorKind kind, string text) => kind == NumberErrorKind.NotNumeric && text.Length == 0 ? NotNumeric : Of(kind, text);

    /// <summary>Of a number that was computed, and is no text of a request.</summary>
    public static DynamoValidationException ToException(NumberErrorKind kind) => new(Of(kind, string.Empty));
}
