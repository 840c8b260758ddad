using System.Text;
using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Lexing;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>The placeholders of one request, shared by its expressions: resolves them and knows which are used.</summary>
/// <remarks>
///     Not for concurrent use. The service checks in this order: the placeholders themselves (<see cref="Check" />); then each expression, parsed and bound
///     (UpdateItem: update, condition; Query and Scan: filter, projection, key condition); then <see cref="ThrowIfUnused" />; then
///     <see cref="BoundKeyCondition.ThrowIfInvalid" /> and <see cref="BoundKeyCondition.Match" />. In transactions and batches each element with expressions
///     of its own has its own placeholders.
/// </remarks>
internal sealed class RequestPlaceholders
{
    // A name has at most 64 KB, so that no fewer can come near the limit of their sum.
    private const int FewNames = 16;

    private readonly List<ExpressionSlots> _expressions = [];

    /// <summary>Takes the placeholders, after <see cref="Check" />.</summary>
    /// <param name="names"><c>ExpressionAttributeNames</c>, or null. Must not change while this is in use.</param>
    /// <param name="values"><c>ExpressionAttributeValues</c>, or null.</param>
    /// <param name="areChecked">Whether the caller has called <see cref="Check" /> already.</param>
    /// <exception cref="DynamoValidationException">As <see cref="Check" />.</exception>
    public RequestPlaceholders(IReadOnlyDictionary<string, string>? names, Item? values, bool areChecked = false)
    {
        if (!areChecked)
        {
            Check(names, values);
        }

        Names = names;
        Values = values;
    }

    /// <summary>Checks the placeholders' syntax, and that what is given is not empty: what the service does before it looks at items and expressions.</summary>
    /// <param name="names"><c>ExpressionAttributeNames</c>, or null.</param>
    /// <param name="values"><c>ExpressionAttributeValues</c>, or null.</param>
    /// <param name="checksDepth">Whether a value may nest no deeper than an item: some operations look at the finished item only.</param>
    /// <exception cref="DynamoValidationException">An empty collection, an invalid placeholder, a value nested too deep, or more than 2 MB of names and
    /// values.</exception>
    public static void Check(IReadOnlyDictionary<string, string>? names, Item? values, bool checksDepth = true)
    {
        CheckNames(names);
        CheckValues(values, checksDepth);
        CheckTotalSize(names, values);
    }

    internal IReadOnlyDictionary<string, string>? Names { get; }

    internal Item? Values { get; }

    /// <summary>Checks that each placeholder occurs in an expression bound so far.</summary>
    /// <exception cref="DynamoValidationException">Some do not; the text names them.</exception>
    public void ThrowIfUnused()
    {
        if (Names is not null && CountUsedNames() < Names.Count)
        {
            throw Unused("ExpressionAttributeNames", [.. Names.Keys.Where(name => !_expressions.Exists(expression => expression.UsesName(name)))], Names.Count);
        }

        if (Values is { } values && CountUsedValues() < values.Count)
        {
            throw Unused("ExpressionAttributeValues", UnusedValues(values), values.Count);
        }
    }

    internal void Use(ExpressionSlots expression) => _expressions.Add(expression);

    private int CountUsedNames()
    {
        var count = 0;
        for (var i = 0; i < _expressions.Count; i++)
        {
            foreach (var name in _expressions[i].NamePlaceholders)
            {
                if (!UsedBefore(i, name, static (expression, text) => expression.UsesName(text)))
                {
                    count++;
                }
            }
        }

        return count;
    }

    private int CountUsedValues()
    {
        var count = 0;
        for (var i = 0; i < _expressions.Count; i++)
        {
            foreach (var value in _expressions[i].ValuePlaceholders)
            {
                if (!UsedBefore(i, value.Text, static (expression, text) => expression.UsesValue(text)))
                {
                    count++;
                }
            }
        }

        return count;
    }

    private bool UsedBefore(int expressionCount, string placeholder, Func<ExpressionSlots, string, bool> uses)
    {
        for (var i = 0; i < expressionCount; i++)
        {
            if (uses(_expressions[i], placeholder))
            {
                return true;
            }
        }

        return false;
    }

    private List<string> UnusedValues(Item values)
    {
        var unused = new List<string>();
        for (var i = 0; i < values.Count; i++)
        {
            var placeholder = Encoding.UTF8.GetString(values.Span.GetNameAt(i));
            if (!_expressions.Exists(expression => expression.UsesValue(placeholder)))
            {
                unused.Add(placeholder);
            }
        }

        return unused;
    }

    private static DynamoValidationException Unused(string parameter, List<string> placeholders, int totalCount)
        => new($"Value provided in {parameter} unused in expressions: keys: {{{string.Join(", ", HashOrder.Sort(placeholders, totalCount))}}}");

    private static void CheckNames(IReadOnlyDictionary<string, string>? names)
    {
        if (names is null)
        {
            return;
        }

        if (names.Count == 0)
        {
            throw new DynamoValidationException("ExpressionAttributeNames must not be empty");
        }

        // The concrete type's enumerator is a struct; through the interface each request would allocate one.
        if (names is Dictionary<string, string> dictionary)
        {
            foreach (var (placeholder, name) in dictionary)
            {
                CheckName(placeholder, name);
            }
        }
        else
        {
            foreach (var (placeholder, name) in names)
            {
                CheckName(placeholder, name);
            }
        }
    }

    private static void CheckName(string placeholder, string? name)
    {
        // A character has at most three bytes, and what has more than one is no placeholder: only long ones are counted.
        if (placeholder.Length > ExpressionLimits.MaxPlaceholderBytes / 3
            && Encoding.UTF8.GetByteCount(placeholder) is > ExpressionLimits.MaxPlaceholderBytes and var sizeBytes)
        {
            throw TooLong("ExpressionAttributeNames", sizeBytes);
        }

        if (placeholder.Length < 2 || placeholder[0] != '#' || !placeholder.AsSpan(1).ContainsOnlyNameParts())
        {
            throw new DynamoValidationException($"ExpressionAttributeNames contains invalid key: Syntax error; key: \"{placeholder}\"");
        }

        if (string.IsNullOrEmpty(name))
        {
            throw new DynamoValidationException($"ExpressionAttributeNames contains invalid value: Empty attribute name for key {placeholder}");
        }

        if (name.Length > AttributeName.MaxBytes / 3 && Encoding.UTF8.GetByteCount(name) > AttributeName.MaxBytes)
        {
            throw new DynamoValidationException("1 validation error detected: Attribute name is too large, must be less than 65536 bytes");
        }
    }

    private static void CheckValues(Item? values, bool checksDepth)
    {
        if (values is not { } item)
        {
            return;
        }

        if (item.Count == 0)
        {
            throw new DynamoValidationException("ExpressionAttributeValues must not be empty");
        }

        var span = item.Span;
        for (var i = 0; i < span.Count; i++)
        {
            var placeholder = span.GetNameAt(i);
            if (placeholder.Length > ExpressionLimits.MaxPlaceholderBytes)
            {
                throw TooLong("ExpressionAttributeValues", placeholder.Length);
            }

            if (placeholder.Length < 2 || placeholder[0] != (byte)':' || !placeholder[1..].ContainsOnlyNameParts())
            {
                throw new DynamoValidationException(
                    $"ExpressionAttributeValues contains invalid key: Syntax error; key: \"{Encoding.UTF8.GetString(placeholder)}\"");
            }

            if (checksDepth && span.GetValueAt(i).Depth >= ExpressionLimits.MaxValueDepth)
            {
                throw ExpressionErrors.ValueTooDeep();
            }
        }
    }

    // The service documents the limit; its text for it is not known to us.
    private static void CheckTotalSize(IReadOnlyDictionary<string, string>? names, Item? values)
    {
        var sizeBytes = values is { } item && item.PackedBytes.Length > ExpressionLimits.MaxSubstitutionBytes / 2 ? item.SizeBytes : 0L;
        if (names is { Count: > FewNames })
        {
            sizeBytes += names.Sum(static name => (long)name.Key.Length + Encoding.UTF8.GetByteCount(name.Value));
        }

        if (sizeBytes > ExpressionLimits.MaxSubstitutionBytes)
        {
            throw new DynamoValidationException(
                $"The total size of ExpressionAttributeNames and ExpressionAttributeValues has exceeded the maximum allowed size of {ExpressionLimits.MaxSubstitutionBytes} bytes");
        }
    }

    private static DynamoValidationException TooLong(string parameter, int sizeBytes)
        => new($"{parameter} contains invalid key: The expression attribute map contains a key that is too long; size of key: {sizeBytes}");
}
