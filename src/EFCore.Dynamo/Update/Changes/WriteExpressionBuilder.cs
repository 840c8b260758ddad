using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Update.Changes;

/// <summary>Spells the expressions of one write, with placeholders for all names and values.</summary>
/// <remarks>
///     Reused from one write to the next by one SaveChanges. The same changes give the same text, so that the engine's cache of parsed expressions is hit.
///     A call of <see cref="BeginSet" /> or <see cref="BeginRequireEqual" /> must be followed by exactly one value, before anything else is called.
/// </remarks>
internal sealed class WriteExpressionBuilder
{
    private readonly StringBuilder _set = new();
    private readonly StringBuilder _remove = new();
    private readonly StringBuilder _condition = new();
    private readonly ItemBuilder _values = new();

    private Dictionary<string, string> _names = [];
    private int _valueCount;

    /// <summary>Whether anything is set or removed.</summary>
    public bool HasChanges => _set.Length > 0 || _remove.Length > 0;

    /// <summary>The number of paths set or removed so far: whether a step added any is seen by comparing.</summary>
    public int ChangeCount { get; private set; }

    /// <summary>Names an attribute of the item, or of the map at another path.</summary>
    /// <param name="parent">The map's path, from an earlier call; null for the item itself.</param>
    /// <param name="attributeName">The attribute.</param>
    public string GetPath(string? parent, string attributeName)
    {
        var placeholder = GetPlaceholder(attributeName);
        return parent is null ? placeholder : $"{parent}.{placeholder}";
    }

    /// <summary>Sets what is at a path; the caller writes the value.</summary>
    public ItemBuilder BeginSet(string path)
    {
        ChangeCount++;
        _set.Append(_set.Length == 0 ? "SET " : ", ").Append(path).Append(" = ");
        return BeginValue(_set);
    }

    /// <summary>Removes what is at a path.</summary>
    public void Remove(string path)
    {
        ChangeCount++;
        _remove.Append(_remove.Length == 0 ? "REMOVE " : ", ").Append(path);
    }

    /// <summary>Makes the write conditional on something at a path.</summary>
    public void RequireExists(string path) => BeginCondition().Append("attribute_exists(").Append(path).Append(')');

    /// <summary>Makes the write conditional on nothing at a path.</summary>
    public void RequireAbsent(string path) => BeginCondition().Append("attribute_not_exists(").Append(path).Append(')');

    /// <summary>Makes the write conditional on a value at a path; the caller writes the value.</summary>
    public ItemBuilder BeginRequireEqual(string path) => BeginValue(BeginCondition().Append(path).Append(" = "));

    /// <summary>Hands out what was spelled and starts anew.</summary>
    public EntryExpressions Build()
    {
        var update = _remove.Length == 0 ? _set : _set.Append(_set.Length == 0 ? "" : " ").Append(_remove);
        var expressions = new EntryExpressions(
            update.Length == 0 ? null : update.ToString(),
            _condition.ToString(),
            _names.Count == 0 ? ReadOnlyDictionary<string, string>.Empty : _names,
            _valueCount == 0 ? null : _values.Build());
        _names = [];
        Clear();
        return expressions;
    }

    /// <summary>Forgets what was spelled.</summary>
    public void Clear()
    {
        _set.Clear();
        _remove.Clear();
        _condition.Clear();
        _values.Clear();
        _names.Clear();
        _valueCount = 0;
        ChangeCount = 0;
    }

    private StringBuilder BeginCondition() => _condition.Append(_condition.Length == 0 ? "" : " AND ");

    private ItemBuilder BeginValue(StringBuilder expression)
    {
        var placeholder = ":" + _valueCount++.ToString(CultureInfo.InvariantCulture);
        expression.Append(placeholder);
        _values.WriteName(placeholder);
        return _values;
    }

    // An item has few attributes and an update touches few of them: a scan beats a second dictionary.
    private string GetPlaceholder(string attributeName)
    {
        foreach (var (placeholder, name) in _names)
        {
            if (string.Equals(name, attributeName, StringComparison.Ordinal))
            {
                return placeholder;
            }
        }

        var added = "#" + _names.Count.ToString(CultureInfo.InvariantCulture);
        _names.Add(added, attributeName);
        return added;
    }
}
