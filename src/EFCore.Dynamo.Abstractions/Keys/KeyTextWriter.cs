using System.Buffers;
using System.Globalization;

namespace EFCore.Dynamo.Keys;

/// <summary>Writes the text of a key: literals and the values of holes, checked so that the key can be read backwards.</summary>
/// <remarks>
///     Starts in the caller's stack memory and rents only for long keys; dispose it to give the rented memory back. Values are written with the invariant
///     culture. A <see cref="DateTimeOffset" /> and a local <see cref="DateTime" /> are written in UTC, and an unspecified <see cref="DateTime" /> as if it
///     were: keys must not depend on the machine's zone, and equal values must give equal keys.
/// </remarks>
public ref struct KeyTextWriter
{
    /// <summary>U+10FFFF, greater in UTF-8 than any character that a hole's value may hold: appended, it bounds all keys with a prefix from above.</summary>
    public const string MaxText = "\U0010FFFF";

    private char[]? _rented;
    private Span<char> _chars;
    private int _length;

    /// <summary>Starts an empty key.</summary>
    /// <param name="initialBuffer">Where to write; typically 256 chars on the stack.</param>
    public KeyTextWriter(Span<char> initialBuffer) => _chars = initialBuffer;

    /// <summary>What was written so far; valid until the next write or <see cref="Dispose" />.</summary>
    public readonly ReadOnlySpan<char> Text => _chars[.._length];

    /// <summary>Appends text as it is.</summary>
    public void AppendLiteral(scoped ReadOnlySpan<char> literal)
    {
        Reserve(literal.Length);
        literal.CopyTo(_chars[_length..]);
        _length += literal.Length;
    }

    /// <summary>Appends a hole's value and checks it.</summary>
    /// <param name="hole">The hole, for its format and for what follows it.</param>
    /// <param name="value">A string, or a value that .NET can format.</param>
    /// <exception cref="KeyTemplateException">
    ///     The value is null or empty, contains the literal that follows the hole (the key could not be read backwards), is negative or too long for a
    ///     zero-padded format, or its type has no text.
    /// </exception>
    public void AppendHole<T>(KeyTemplateHole hole, T value)
    {
        var start = _length;
        var refusal = Append(hole, value);
        if (refusal != KeyValueRefusal.None)
        {
            throw KeyValueRefusals.CreateException(refusal, hole, _chars[start.._length]);
        }
    }

    /// <summary>Appends a hole's value if it can be part of a key: a query for a value that cannot has an empty result, and is no error.</summary>
    /// <returns>False, with nothing written, where <see cref="AppendHole{T}" /> would refuse the value.</returns>
    /// <inheritdoc cref="AppendHole{T}" path="/param" />
    /// <exception cref="KeyTemplateException">The value's type has no text, or its format does not fit.</exception>
    public bool TryAppendHole<T>(KeyTemplateHole hole, T value)
    {
        var start = _length;
        if (Append(hole, value) == KeyValueRefusal.None)
        {
            return true;
        }

        _length = start;
        return false;
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

    private KeyValueRefusal Append<T>(KeyTemplateHole hole, T value)
    {
        if (value is null)
        {
            return KeyValueRefusal.Null;
        }

        var start = _length;
        AppendValue(hole, value);
        return KeyValueRefusals.Find(hole, _chars[start.._length]);
    }

    private void AppendValue<T>(KeyTemplateHole hole, T value)
    {
        switch (value)
        {
            case string text:
                AppendLiteral(text);
                break;
            case DateTime { Kind: DateTimeKind.Local } time:
                AppendFormattable(hole, time.ToUniversalTime());
                break;
            case DateTime { Kind: DateTimeKind.Unspecified } time:
                AppendFormattable(hole, DateTime.SpecifyKind(time, DateTimeKind.Utc));
                break;
            case DateTimeOffset time:
                AppendFormattable(hole, time.ToUniversalTime());
                break;
            case decimal number when string.IsNullOrEmpty(hole.Format):
                // 1.0 and 1.00 are equal and must give one key: this division drops trailing zeros.
                AppendFormattable(hole, number / 1.0000000000000000000000000000m);
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
                    $"'{hole.MemberPath}' is a {value!.GetType().Name}, which has no text for a key ({hole}); " // null was refused before
                    + "use a string, number, date, Guid or enum, or a value converter to one.");
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
