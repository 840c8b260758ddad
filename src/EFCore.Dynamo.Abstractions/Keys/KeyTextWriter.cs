using System.Buffers;
using System.Globalization;

namespace EFCore.Dynamo.Keys;

/// <summary>Writes the text of a key: literals and the values of holes, checked so that the key can be read backwards.</summary>
/// <remarks>
///     Starts in the caller's stack memory and rents only for long keys; dispose it to give the rented memory back. Values are written with the invariant culture.
///     A <see cref="DateTimeOffset" /> and a local <see cref="DateTime" /> are written in UTC: keys must not depend on the machine's zone, and equal instants must give equal keys.
/// </remarks>
public ref struct KeyTextWriter
{
    // Upper bound of "everything that starts with": greater, in UTF-8, than any character a value may hold.
    internal const string MaxText = "\U0010FFFF";

    private char[]? _rented;
    private Span<char> _chars;
    private int _length;

    /// <summary>Starts an empty key.</summary>
    /// <param name="initialBuffer">Where to write; typically 256 chars on the stack.</param>
    public KeyTextWriter(Span<char> initialBuffer) => _chars = initialBuffer;

    /// <summary>What was written so far; valid until the next write or <see cref="Dispose" />.</summary>
    public readonly ReadOnlySpan<char> Text => _chars[.._length];

    /// <summary>Appends text as it is.</summary>
    public void AppendLiteral(ReadOnlySpan<char> literal)
    {
        Reserve(literal.Length);
        literal.CopyTo(_chars[_length..]);
        _length += literal.Length;
    }

    /// <summary>Appends a hole's value and checks it.</summary>
    /// <param name="hole">The hole, for its format and for what follows it.</param>
    /// <param name="value">A string, or a value that .NET can format.</param>
    /// <exception cref="KeyTemplateException">
    ///     The value is null or empty, contains the literal that follows the hole (the key could not be read backwards), is negative or too long for a zero-padded
    ///     format, or its type has no text.
    /// </exception>
    public void AppendHole<T>(KeyTemplateHole hole, T value)
    {
        var start = _length;
        AppendValue(hole, value);
        Check(hole, _chars[start.._length]);
    }

    /// <summary>Forgets what was written and keeps the memory.</summary>
    public void Clear() => _length = 0;

    /// <summary>Shortens the text, to reuse the part before a hole.</summary>
    /// <param name="length">At most the present length.</param>
    public void Truncate(int length) => _length = Math.Min(length, _length);

    /// <summary>Returns rented memory.</summary>
    public void Dispose()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            _chars = default;
            _length = 0;
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    private void AppendValue<T>(KeyTemplateHole hole, T value)
    {
        switch (value)
        {
            case null:
                throw new KeyTemplateException($"'{hole.MemberPath}' is null, but it is part of a key ({hole}); give it a value before saving or querying.");
            case string text:
                AppendLiteral(text);
                break;
            case DateTime { Kind: DateTimeKind.Local } time:
                AppendFormattable(hole, time.ToUniversalTime());
                break;
            case DateTimeOffset time:
                AppendFormattable(hole, time.ToUniversalTime());
                break;
            case bool flag:
                AppendLiteral(flag ? bool.TrueString : bool.FalseString);
                break;
            case ISpanFormattable:
                AppendFormattable(hole, value);
                break;
            case IFormattable formattable:
                AppendLiteral(formattable.ToString(hole.Format, CultureInfo.InvariantCulture));
                break;
            default:
                throw new KeyTemplateException(
                    $"'{hole.MemberPath}' is a {value.GetType().Name}, which has no text for a key ({hole}); use a string, number, date, Guid or enum, or a value converter to one.");
        }
    }

    private void AppendFormattable<T>(KeyTemplateHole hole, T value)
    {
        int written;
        try
        {
            while (!((ISpanFormattable)value!).TryFormat(_chars[_length..], out written, hole.Format, CultureInfo.InvariantCulture))
            {
                Reserve(_chars.Length - _length + 32);
            }
        }
        catch (FormatException exception)
        {
            throw new KeyTemplateException($"The format of {hole} does not fit a {value!.GetType().Name}: {exception.Message}", exception);
        }

        _length += written;
    }

    private static void Check(KeyTemplateHole hole, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            throw new KeyTemplateException($"'{hole.MemberPath}' is empty, but it is part of a key ({hole}); give it a value before saving or querying.");
        }

        var shape = hole.Shape;
        if (shape.IsNonNegativeInteger && (text.Length != shape.Width || text[0] == '-'))
        {
            throw new KeyTemplateException(
                $"'{hole.MemberPath}' = {text} does not fit {hole}: zero-padded digits sort like numbers only from 0 to {new string('9', shape.Width)}; use a wider format, or leave the format out.");
        }

        if (shape.IsSelfDelimiting)
        {
            return;
        }

        if (!hole.FollowingLiteral.AsSpan().IsEmpty && ContainsEarlier(text, hole.FollowingLiteral))
        {
            throw new KeyTemplateException(
                $"'{hole.MemberPath}' = \"{text}\" contains \"{hole.FollowingLiteral}\", which ends {hole} in the key: two different values would give one key. "
                + "Use a separator that no value contains.");
        }

        if (text.Contains(MaxText, StringComparison.Ordinal))
        {
            throw new KeyTemplateException($"'{hole.MemberPath}' contains U+10FFFF, which Unicode assigns to no character and which bounds ranges of keys.");
        }
    }

    // Also "x#" before "##": the literal would be found one char too early.
    private static bool ContainsEarlier(ReadOnlySpan<char> text, string literal)
    {
        if (literal.Length == 1)
        {
            return text.Contains(literal[0]);
        }

        if (text.Contains(literal, StringComparison.Ordinal))
        {
            return true;
        }

        for (var overlap = Math.Min(literal.Length - 1, text.Length); overlap > 0; overlap--)
        {
            // text ends with the literal's start, and the literal goes on with its own start: a false end.
            if (text.EndsWith(literal.AsSpan(0, overlap), StringComparison.Ordinal)
                && literal.AsSpan(0, literal.Length - overlap).SequenceEqual(literal.AsSpan(overlap)))
            {
                return true;
            }
        }

        return false;
    }

    private void Reserve(int count)
    {
        if (_chars.Length - _length >= count)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + count, Math.Max(_chars.Length * 2, 256)));
        Text.CopyTo(larger);
        if (_rented is not null)
        {
            ArrayPool<char>.Shared.Return(_rented);
        }

        _rented = larger;
        _chars = larger;
    }
}
