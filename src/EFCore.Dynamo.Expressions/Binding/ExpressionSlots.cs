using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Binding;

/// <summary>The names and value placeholders of a parsed expression, numbered, so that binding fills two arrays and evaluation indexes them.</summary>
internal sealed class ExpressionSlots
{
    private readonly List<string> _nameTexts = [];
    private readonly List<AttributeName?> _literalNames = [];
    private readonly List<AttributeName> _valuePlaceholders = [];
    private readonly List<int> _valueUseCounts = [];

    private ResolvedNames? _lastResolved;

    /// <summary>The distinct <c>#name</c> placeholders.</summary>
    public List<string> NamePlaceholders { get; } = [];

    /// <summary>The distinct <c>:value</c> placeholders, by slot.</summary>
    public List<AttributeName> ValuePlaceholders => _valuePlaceholders;

    /// <summary>The number of uses of the most used placeholder.</summary>
    public int MaxValueUseCount { get; private set; }

    /// <summary>The slot of a literal name or placeholder. Only while compiling.</summary>
    public int AddName(string nameOrPlaceholder)
    {
        var slot = _nameTexts.IndexOf(nameOrPlaceholder);
        if (slot >= 0)
        {
            return slot;
        }

        _nameTexts.Add(nameOrPlaceholder);
        if (nameOrPlaceholder[0] == '#')
        {
            NamePlaceholders.Add(nameOrPlaceholder);
            _literalNames.Add(null);
        }
        else
        {
            _literalNames.Add(new(nameOrPlaceholder));
        }

        return _nameTexts.Count - 1;
    }

    /// <summary>The slot of a value placeholder. Only while compiling.</summary>
    public int AddValue(string placeholder)
    {
        var slot = _valuePlaceholders.FindIndex(known => string.Equals(known.Text, placeholder, StringComparison.Ordinal));
        if (slot < 0)
        {
            slot = _valuePlaceholders.Count;
            _valuePlaceholders.Add(new(placeholder));
            _valueUseCounts.Add(0);
        }

        MaxValueUseCount = Math.Max(MaxValueUseCount, ++_valueUseCounts[slot]);
        return slot;
    }

    public bool UsesName(string placeholder) => NamePlaceholders.Contains(placeholder, StringComparer.Ordinal);

    public bool UsesValue(string placeholder) => _valuePlaceholders.Exists(known => string.Equals(known.Text, placeholder, StringComparison.Ordinal));

    public string GetNameText(int slot) => _nameTexts[slot];

    /// <summary>The names of the slots. Requests repeat the same names, so the last result is kept and compared first.</summary>
    public ResolvedNames ResolveNames(IReadOnlyDictionary<string, string>? names)
    {
        var last = Volatile.Read(ref _lastResolved);
        if (last is not null && Matches(last, names))
        {
            return last;
        }

        var slots = _literalNames.ToArray();
        var isComplete = true;
        for (var slot = 0; slot < slots.Length; slot++)
        {
            if (slots[slot] is not null)
            {
                continue;
            }

            if (names is not null && names.TryGetValue(_nameTexts[slot], out var name))
            {
                slots[slot] = Encode(_nameTexts[slot], name);
            }
            else
            {
                isComplete = false;
            }
        }

        var resolved = new ResolvedNames(slots, isComplete);
        if (isComplete)
        {
            Volatile.Write(ref _lastResolved, resolved);
        }

        return resolved;
    }

    /// <summary>The values of the slots.</summary>
    /// <returns>By slot, whether the request lacks the value; null when it lacks none.</returns>
    public bool[]? ResolveValues(Item? values, AttributeValue[] slots)
    {
        bool[]? missing = null;
        for (var slot = 0; slot < slots.Length; slot++)
        {
            if (values is { } item && item.TryGetValue(_valuePlaceholders[slot], out slots[slot]))
            {
                continue;
            }

            missing ??= new bool[slots.Length];
            missing[slot] = true;
        }

        return missing;
    }

    private static AttributeName Encode(string placeholder, string name)
    {
        try
        {
            return new(name);
        }
        catch (ArgumentException exception)
        {
            // Too long, or no text at all (a lone surrogate): only encoding it tells.
            throw new DynamoValidationException($"ExpressionAttributeNames contains invalid value: {exception.Message} for key {placeholder}", exception);
        }
    }

    private bool Matches(ResolvedNames resolved, IReadOnlyDictionary<string, string>? names)
    {
        if (NamePlaceholders.Count == 0)
        {
            return true;
        }

        if (names is null)
        {
            return false;
        }

        for (var slot = 0; slot < _literalNames.Count; slot++)
        {
            if (_literalNames[slot] is null
                && !(names.TryGetValue(_nameTexts[slot], out var name)
                && string.Equals(name, resolved.Slots[slot]!.Text, StringComparison.Ordinal))) // only complete results are kept
            {
                return false;
            }
        }

        return true;
    }
}
