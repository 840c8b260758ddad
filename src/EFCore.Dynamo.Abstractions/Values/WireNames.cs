using System.Diagnostics;
using System.Text.Json;

namespace EFCore.Dynamo.Values;

/// <summary>The names that the service gives the members of an enumeration, read in both directions, as text and as UTF-8.</summary>
/// <remarks>
///     An enumeration has one table; whoever needs a name asks it: the wire, the SDK's constants, the error texts.
///     A look-up compares members in turn and allocates nothing: the longest table has 13.
/// </remarks>
internal sealed class WireNames<T>
    where T : struct, Enum
{
    private readonly (T Value, JsonEncodedText Name)[] _entries;

    /// <summary>Creates the table.</summary>
    /// <param name="entries">All members with their names, in the order in which the service's error texts list them.</param>
    public WireNames(params ReadOnlySpan<(T Value, string Name)> entries)
    {
        _entries = new (T, JsonEncodedText)[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            _entries[i] = (entries[i].Value, JsonEncodedText.Encode(entries[i].Name));
        }
    }

    /// <summary>The members with their names, in the order of the error texts.</summary>
    public ReadOnlySpan<(T Value, JsonEncodedText Name)> Entries => _entries;

    /// <summary>The name of a member, as the wire has it.</summary>
    public JsonEncodedText GetName(T value) => _entries[IndexOf(value)].Name;

    /// <summary>The name of a member, as a text has it.</summary>
    public string GetText(T value) => GetName(value).Value;

    /// <summary>The member of a name, which is compared by case.</summary>
    /// <returns>Null where the service has no such name.</returns>
    public T? Find(string name)
    {
        foreach (var (value, candidate) in _entries)
        {
            if (string.Equals(candidate.Value, name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The place of a member among <see cref="Entries" />.</summary>
    public int IndexOf(T value)
    {
        for (var i = 0; i < _entries.Length; i++)
        {
            if (EqualityComparer<T>.Default.Equals(_entries[i].Value, value))
            {
                return i;
            }
        }

        throw new UnreachableException($"{typeof(T).Name} {value} has no wire name.");
    }

    /// <summary>The names as an error text lists them: <c>[HASH, RANGE]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", _entries.Select(static entry => entry.Name.Value))}]";
}
