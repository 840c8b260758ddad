using System.Globalization;
using System.Text;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Operations.Tags;

/// <summary>What a tag, and all tags of a resource together, may be.</summary>
/// <remarks>
///     Letters, digits and spaces of any script and <c>+ - = . _ : / @</c>; see
///     <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Tagging.html">Tagging</see>.
/// </remarks>
internal static class TagRules
{
    private const int MaxCount = 50;
    private const int MaxKeyLength = 128;
    private const int MaxValueLength = 256;
    private const int MaxSetBytes = 10_240;
    private const string ReservedPrefix = "aws:";
    private const string Punctuation = "+-=._:/@";

    /// <summary>The tags of one request: each for itself, and no key twice.</summary>
    public static ServiceError? ValidateTags(IReadOnlyList<Tag> tags)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            if (ValidateKey(tag?.Key) is { } keyError)
            {
                return keyError;
            }

            if (tag!.Key.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase)) // not null, ValidateKey has seen to that
            {
                return ServiceError.Validation(TagTexts.ReservedKey(tag.Key));
            }

            if (tag.Value is null || tag.Value.Length > MaxValueLength || !HasValidCharacters(tag.Value))
            {
                return ServiceError.Validation(TagTexts.InvalidValue(tag.Value));
            }

            if (!keys.Add(tag.Key))
            {
                return ServiceError.Validation(TagTexts.DuplicateKey(tag.Key));
            }
        }

        return ValidateSet(tags);
    }

    /// <summary>The keys of tags to remove; they need not be there.</summary>
    public static ServiceError? ValidateKeys(IReadOnlyList<string> keys)
    {
        if (keys.Count > MaxCount)
        {
            return ServiceError.Validation(TagTexts.TooMany);
        }

        foreach (var key in keys)
        {
            if (ValidateKey(key) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>All tags of a resource, old and new.</summary>
    public static ServiceError? ValidateSet(IReadOnlyCollection<Tag> tags)
    {
        if (tags.Count > MaxCount)
        {
            return ServiceError.Validation(TagTexts.TooMany);
        }

        var sizeBytes = tags.Sum(static tag => Encoding.UTF8.GetByteCount(tag.Key) + Encoding.UTF8.GetByteCount(tag.Value));
        return sizeBytes > MaxSetBytes ? ServiceError.Validation(TagTexts.TooLarge(sizeBytes, MaxSetBytes)) : null;
    }

    private static ServiceError? ValidateKey(string? key)
        => key is null || key.Length is < 1 or > MaxKeyLength || !HasValidCharacters(key) ? ServiceError.Validation(TagTexts.InvalidKey(key)) : null;

    private static bool HasValidCharacters(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var isValid = rune.IsBmp && Punctuation.Contains((char)rune.Value, StringComparison.Ordinal) || Rune.GetUnicodeCategory(rune) is
                UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
                    or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
                or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (!isValid)
            {
                return false;
            }
        }

        return true;
    }
}
