using System.Globalization;

namespace EFCore.Dynamo.CrashTest;

/// <summary>What the writer said: for each key its last acknowledged state and the operation under way, if there is one.</summary>
/// <remarks>
///     A line is <c>I|A kind partition number version</c>: intent or acknowledgement; kind <c>P</c>ut, <c>U</c>pdate, <c>D</c>elete or <c>T</c>ransaction.
///     A version of 0 means that the item is absent.
/// </remarks>
internal sealed class Journal
{
    private readonly Dictionary<(string Partition, int Number), State> states = [];

    public int AcknowledgedCount { get; private set; }

    public IEnumerable<(string Partition, int Number)> Keys => states.Keys;

    public static string Line(char phase, char kind, string partition, int number, long version)
        => string.Create(CultureInfo.InvariantCulture, $"{phase} {kind} {partition} {number} {version}");

    public void Read(string line)
    {
        var parts = line.Split(' ');
        if (parts.Length != 5)
            return; // The last line of a killed writer may be cut.

        var partition = parts[2];
        var number = int.Parse(parts[3], CultureInfo.InvariantCulture);
        var version = parts[1] == "D" ? 0 : long.Parse(parts[4], CultureInfo.InvariantCulture);
        var numbers = parts[1] == "T" ? Enumerable.Range(0, CrashTable.ItemsPerTransaction) : [number];
        foreach (var each in numbers)
        {
            var state = states.GetValueOrDefault((partition, each));
            states[(partition, each)] = parts[0] == "I" ? state with { Intended = version } : new State(version, null);
        }

        if (parts[0] == "A")
            AcknowledgedCount++;
    }

    /// <summary>Whether the stored version is the acknowledged one or that of the operation under way. It becomes the acknowledged one.</summary>
    public bool Settle((string Partition, int Number) key, long storedVersion)
    {
        var state = states.GetValueOrDefault(key);
        states[key] = new State(storedVersion, null);
        return storedVersion == state.Acknowledged || storedVersion == state.Intended;
    }

    private readonly record struct State(long Acknowledged, long? Intended);
}
