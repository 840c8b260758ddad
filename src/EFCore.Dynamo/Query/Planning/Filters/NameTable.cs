using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Query.Planning.Filters;

/// <summary>The name placeholders of one request. Every name has one: half of all good names are reserved words.</summary>
internal sealed class NameTable
{
    private readonly List<string> _names;

    public NameTable() => _names = [];

    /// <summary>Starts with the names of another.</summary>
    public NameTable(NameTable other) => _names = [.. other._names];

    public int Count => _names.Count;

    /// <summary>The placeholder of a name, the same each time.</summary>
    public string GetPlaceholder(string name)
    {
        var index = _names.FindIndex(n => string.Equals(n, name, StringComparison.Ordinal));
        if (index < 0)
        {
            index = _names.Count;
            _names.Add(name);
        }

        return $"#n{index}";
    }

    /// <summary>Forgets the names that came after the first so many.</summary>
    public void Truncate(int count) => _names.RemoveRange(count, _names.Count - count);

    /// <summary>The path with placeholders for its names.</summary>
    /// <param name="path">The path.</param>
    /// <param name="parameters">The values of names and indexes that are parameters; null where there are none.</param>
    public string Write(DocumentPath path, IReadOnlyDictionary<string, object?>? parameters = null)
    {
        var text = "";
        foreach (var segment in path.Segments)
        {
            text += segment switch
            {
                NameSegment name => (text.Length > 0 ? "." : "") + GetPlaceholder(name.Name),
                IndexSegment index => $"[{index.Index}]",
                ParameterSegment { IsIndex: true } parameter => $"[{Resolve(parameter, parameters)}]",
                ParameterSegment parameter => "." + GetPlaceholder(Resolve(parameter, parameters)),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }

        return text;
    }

    /// <summary>Names by placeholder; null where there are none, as a request wants it.</summary>
    public IReadOnlyDictionary<string, string>? ToDictionary()
        => _names.Count == 0 ? null : _names.Index().ToDictionary(n => $"#n{n.Index}", n => n.Item, StringComparer.Ordinal);

    private static string Resolve(ParameterSegment segment, IReadOnlyDictionary<string, object?>? parameters)
        => parameters is not null && parameters.TryGetValue(segment.ParameterName, out var value) && value is not null
            ? Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)! // a string or an int
            : throw new InvalidOperationException(PlanningStrings.ParameterMissing(segment.ParameterName));
}
