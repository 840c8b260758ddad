using System.CommandLine.Parsing;
using System.Globalization;

namespace EFCore.Dynamo.Tool;

/// <summary>A time as people write it: <c>500ms</c>, <c>10s</c>, <c>1.5m</c>, <c>2h</c>, and <c>0</c>.</summary>
/// <remarks>A type of its own, so that the help shows a default in the form that the option takes.</remarks>
/// <param name="Time">The time.</param>
internal readonly record struct Duration(TimeSpan Time)
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
        [("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1))];

    /// <summary>The value of an option, or an error that says how to write one.</summary>
    public static Duration Parse(ArgumentResult result, string option, TimeSpan min, TimeSpan max)
    {
        if (TryParse(result.Tokens[0].Value, out var time) && time >= min && time <= max)
        {
            return new Duration(time);
        }

        result.AddError($"{option} is a time such as 500ms, 10s, 5m or 2h: from {new Duration(min)} to {new Duration(max)}.");
        return new Duration(min);
    }

    /// <summary>The time in its largest unit that leaves no rest.</summary>
    public override string ToString()
    {
        if (Time == TimeSpan.Zero)
        {
            return "0";
        }

        var ticks = Time.Ticks;
        var (unit, length) = Units.LastOrDefault(unit => ticks % unit.Length.Ticks == 0, Units[0]);
        return (Time / length).ToString(CultureInfo.InvariantCulture) + unit;
    }

    private static bool TryParse(string text, out TimeSpan time)
    {
        time = TimeSpan.Zero;
        if (text == "0")
        {
            return true;
        }

        foreach (var (unit, length) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal)
                || !double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                continue;
            }

            var milliseconds = number * length.TotalMilliseconds;
            if (milliseconds >= TimeSpan.MaxValue.TotalMilliseconds)
            {
                return false;
            }

            time = TimeSpan.FromMilliseconds(milliseconds);
            return true;
        }

        return false;
    }
}
