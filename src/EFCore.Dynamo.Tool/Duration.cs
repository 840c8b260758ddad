using System.CommandLine.Parsing;
using System.Globalization;

namespace EFCore.Dynamo.Tool;

/// <summary>Times as people write them: <c>500ms</c>, <c>10s</c>, <c>1.5m</c>, <c>2h</c>.</summary>
internal static class Duration
{
    /// <summary>What a timer takes.</summary>
    private static readonly TimeSpan Max = TimeSpan.FromDays(49);

    private static readonly (string Unit, TimeSpan Length)[] Units =
        [("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1))];

    /// <summary>The value of an option, or an error that says how to write one.</summary>
    public static TimeSpan Parse(ArgumentResult result, string option, bool allowsZero)
    {
        if (TryParse(result.Tokens[0].Value, out var time) && (allowsZero || time > TimeSpan.Zero))
            return time;
        result.AddError($"{option} is a time such as 500ms, 10s, 5m or 2h, {(allowsZero ? "or 0" : "more than 0")} and at most 49 days.");
        return TimeSpan.Zero;
    }

    public static bool TryParse(string text, out TimeSpan time)
    {
        time = TimeSpan.Zero;
        if (text == "0")
            return true;
        foreach (var (unit, length) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal)
                || !double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                continue;
            if (number * length.TotalMilliseconds > Max.TotalMilliseconds)
                return false;
            time = length * number;
            return true;
        }

        return false;
    }
}
