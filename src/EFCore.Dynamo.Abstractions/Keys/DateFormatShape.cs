namespace EFCore.Dynamo.Keys;

/// <summary>Finds out whether a date or time format writes its parts from the most significant to the least, each with a fixed width.</summary>
internal static class DateFormatShape
{
    // In order of significance. The longest fraction is a tick, the last bit of information a value has.
    private static readonly string[] Parts = ["yyyy", "MM", "dd", "HH", "mm", "ss"];

    public static KeyHoleShape Of(Type type, string format)
        => format switch
        {
            // Kind is not compared by DateTime's operators, and the "Z" stands behind all that is: the width leaves it out.
            "O" or "o" when type == typeof(DateTime) => new(KeyOrder.Strict, 27, 'Z'),
            // Written in UTC, so always "+00:00".
            "O" or "o" when type == typeof(DateTimeOffset) => new(KeyOrder.Strict, 33),
            "O" or "o" when type == typeof(DateOnly) => new(KeyOrder.Strict, 10),
            "O" or "o" when type == typeof(TimeOnly) => new(KeyOrder.Strict, 16),
            "s" when type == typeof(DateTime) || type == typeof(DateTimeOffset) => new(KeyOrder.Weak, 19),
            "u" when type == typeof(DateTime) || type == typeof(DateTimeOffset) => new(KeyOrder.Weak, 20),
            { Length: >= 2 } => OfCustom(type, format),
            _ => default,
        };

    private static KeyHoleShape OfCustom(Type type, string format)
    {
        var firstPart = type == typeof(TimeOnly) ? 3 : 0;
        var lastPart = type == typeof(DateOnly) ? 2 : 5;
        var nextPart = firstPart;
        var fractionDigits = 0;
        for (var position = 0; position < format.Length;)
        {
            var length = RunLength(format, position);
            if (nextPart <= lastPart && string.CompareOrdinal(format, position, Parts[nextPart], 0, Math.Max(length, Parts[nextPart].Length)) == 0)
            {
                nextPart++;
            }
            else if (format[position] == 'f' && nextPart == 6 && fractionDigits == 0 && length <= 7)
            {
                fractionDigits = length;
            }
            else if (!IsFixedLiteral(format[position]))
            {
                return default;
            }

            position += length;
        }

        var isComplete = nextPart == lastPart + 1 && (lastPart == 2 || fractionDigits == 7);
        return nextPart == firstPart ? default : new(isComplete ? KeyOrder.Strict : KeyOrder.Weak, format.Length);
    }

    private static int RunLength(string format, int start)
    {
        var end = start + 1;
        while (end < format.Length && format[end] == format[start] && char.IsAsciiLetter(format[start]))
        {
            end++;
        }

        return end - start;
    }

    // Chars that a custom format copies as they are. ':' and '/' are culture's separators, which the invariant culture leaves alone.
    private static bool IsFixedLiteral(char c) => c is '-' or '/' or ':' or '.' or '_' or ' ' or '#' or 'T' or 'Z' or ',' or '|';
}
