namespace EFCore.Dynamo.Keys;

/// <summary>Finds and words the reasons why a value cannot be part of a key.</summary>
internal static class KeyValueRefusals
{
    /// <summary>Checks what was written for a hole.</summary>
    public static KeyValueRefusal Find(KeyTemplateHole hole, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return KeyValueRefusal.Empty;
        }

        var shape = hole.Shape;
        if (shape.IsNonNegativeInteger && (text.Length != shape.Width || text[0] == '-'))
        {
            return KeyValueRefusal.OutsideOfFixedWidth;
        }

        if (shape.IsSelfDelimiting)
        {
            return KeyValueRefusal.None;
        }

        if (hole.FollowingLiteral.Length > 0 && EndsEarlier(text, hole.FollowingLiteral))
        {
            return KeyValueRefusal.ContainsFollowingLiteral;
        }

        return text.Contains(KeyTextWriter.MaxText, StringComparison.Ordinal) ? KeyValueRefusal.ContainsMaxText : KeyValueRefusal.None;
    }

    /// <summary>One sentence for the user.</summary>
    public static KeyTemplateException CreateException(KeyValueRefusal refusal, KeyTemplateHole hole, ReadOnlySpan<char> text)
        => new(refusal switch
        {
            KeyValueRefusal.Null => $"'{hole.MemberPath}' is null, but it is part of a key ({hole}); give it a value before saving or querying.",
            KeyValueRefusal.Empty => $"'{hole.MemberPath}' is empty, but it is part of a key ({hole}); give it a value before saving or querying.",
            KeyValueRefusal.OutsideOfFixedWidth =>
                $"'{hole.MemberPath}' = {text} does not fit {hole}: zero-padded digits sort like numbers only from 0 to {new string('9', hole.Shape.Width)}; "
                + "use a wider format, or leave the format out.",
            KeyValueRefusal.ContainsFollowingLiteral =>
                $"'{hole.MemberPath}' = \"{text}\" contains \"{hole.FollowingLiteral}\", which ends {hole} in the key: two different values would give one "
                    + "key. "
                + "Use a separator that no value contains.",
            _ => $"'{hole.MemberPath}' contains U+10FFFF, which Unicode assigns to no character and which bounds ranges of keys.",
        });

    // Also "x#" before "##": the literal would be found one char too early.
    private static bool EndsEarlier(ReadOnlySpan<char> text, string literal)
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
}
