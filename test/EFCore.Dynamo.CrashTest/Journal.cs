using System.Globalization;

namespace EFCore.Dynamo.CrashTest;

/// <summary>What the writer said: for each key its last acknowledged state and the operation under way, if there is one.</summary>
/// <remarks>
///     A line is <c>I|A kind partition number version</c>: intent or acknowledgement; kind <c>P</c>ut, <c>U</c>pdate, <c>D</c>elete or <c>T</c>ransaction.
///     A version of 0 means that the item is absent. In the bank: <c>C</c>ount, <c>S</c>wap (from the version that stands for the partition), transfer
///     (<c>X</c>).
/// </remarks>
internal sealed class Journal
{
    private readonly Dictionary<(string Partition, int Number), State> _states = [];
    private readonly HashSet<string> _swappedFrom = [];
    private readonly List<((string Partition, int Number) Key, long Version)> _acknowledged = [];

    private (long Settled, long Intended, long Acknowledged) _counter;

    public int AcknowledgedCount { get; private set; }

    /// <summary>Acknowledged changes of items since the last look, for whoever looks at their stream; version 0 is a deletion.</summary>
    public IReadOnlyList<((string Partition, int Number) Key, long Version)> Acknowledged => _acknowledged;

    /// <summary>Swaps from a version from which another had been acknowledged: only one of them can have held.</summary>
    public int DoubleSwapCount { get; private set; }

    public IEnumerable<(string Partition, int Number)> Keys => _states.Keys;

    public static string Line(char phase, char kind, string partition, int number, long version)
        => string.Create(CultureInfo.InvariantCulture, $"{phase} {kind} {partition} {number} {version}");

    public void Read(string line)
    {
        var parts = line.Split(' ');
        if (parts.Length != 5)
        {
            return; // The last line of a killed writer may be cut.
        }

        var isAcknowledged = parts[0] == "A";
        if (isAcknowledged)
        {
            AcknowledgedCount++;
        }

        switch (parts[1])
        {
            case "C":
                _counter = isAcknowledged ? _counter with { Acknowledged = _counter.Acknowledged + 1 } : _counter with { Intended = _counter.Intended + 1 };
                break;
            case "S":
                DoubleSwapCount += _swappedFrom.Add(parts[2]) ? 0 : 1;
                break;
            case "X":
                break;
            default:
                ReadItem(parts, isAcknowledged);
                break;
        }
    }

    /// <summary>Whether a counter holds every acknowledged addition, and no more than were sent.</summary>
    public bool SettleCounter(long stored)
    {
        var holds = stored >= _counter.Settled + _counter.Acknowledged && stored <= _counter.Settled + _counter.Intended;
        _counter = (stored, 0, 0);
        return holds;
    }

    /// <summary>Whether an acknowledged swap has replaced this version.</summary>
    public bool IsSwappedFrom(long version) => _swappedFrom.Contains(version.ToString(CultureInfo.InvariantCulture));

    /// <summary>Begins a new round for <see cref="Acknowledged" />.</summary>
    public void ForgetAcknowledged() => _acknowledged.Clear();

    private void ReadItem(string[] parts, bool isAcknowledged)
    {
        var partition = parts[2];
        var number = int.Parse(parts[3], CultureInfo.InvariantCulture);
        var version = parts[1] == "D" ? 0 : long.Parse(parts[4], CultureInfo.InvariantCulture);
        var numbers = parts[1] == "T" ? Enumerable.Range(0, CrashTable.ItemsPerTransaction) : [number];
        foreach (var each in numbers)
        {
            var state = _states.GetValueOrDefault((partition, each));
            _states[(partition, each)] = isAcknowledged ? new State(version, null) : state with { Intended = version };
            if (isAcknowledged)
            {
                _acknowledged.Add(((partition, each), version));
            }
        }
    }

    /// <summary>Whether the stored version is the acknowledged one or that of the operation under way. It becomes the acknowledged one.</summary>
    public bool Settle((string Partition, int Number) key, long storedVersion)
    {
        var state = _states.GetValueOrDefault(key);
        _states[key] = new State(storedVersion, null);
        return storedVersion == state.Acknowledged || storedVersion == state.Intended;
    }

    private readonly record struct State(long Acknowledged, long? Intended);
}
