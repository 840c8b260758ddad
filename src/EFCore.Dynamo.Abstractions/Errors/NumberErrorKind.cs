namespace EFCore.Dynamo.Errors;

/// <summary>What is wrong with a number.</summary>
internal enum NumberErrorKind
{
    /// <summary>The text is no number.</summary>
    NotNumeric,

    /// <summary>The exponent does not fit 64 bits; the text is not repeated.</summary>
    ExponentTooLong,

    /// <summary>The magnitude is 1E+126 or more.</summary>
    Overflow,

    /// <summary>The magnitude is less than 1E-130, and not zero.</summary>
    Underflow,

    /// <summary>There are more than 38 significant digits.</summary>
    TooManyDigits,
}
