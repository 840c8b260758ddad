namespace EFCore.Dynamo.Errors;

/// <summary>What is wrong with a number.</summary>
internal enum NumberErrorKind
{
    /// <summary>The text is no number.</summary>
    NotNumeric,

    /// <summary>The exponent does not fit 64 bits; the text is not repeated.</summary>
    ExponentTooLong,

    Overflow,

    Underflow,

    TooManyDigits,
}
