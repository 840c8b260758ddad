namespace EFCore.Dynamo.Keys;

/// <summary>Reads a key backwards: where the text of each hole lies.</summary>
/// <remarks>
///     Each hole ends by its width, at the first occurrence of the literal that follows it, or at the key's end. The first occurrence is the right one because
///     <see cref="KeyTextWriter" /> refuses values in which it would come earlier. So one pass without backtracking decides.
/// </remarks>
internal static class KeyTemplateMatcher
{
    public static bool TryMatch(ReadOnlySpan<KeyTemplateSegment> segments, ReadOnlySpan<char> key, Span<Range> holes)
    {
        var position = 0;
        foreach (var segment in segments)
        {
            var rest = key[position..];
            if (segment.Literal is { } literal)
            {
                if (!rest.StartsWith(literal, StringComparison.Ordinal))
                {
                    return false;
                }

                position += literal.Length;
            }
            else if (segment.Hole is { } hole)
            {
                var length = FindLength(hole, rest);
                if (length <= 0)
                {
                    return false;
                }

                holes[hole.Index] = position..(position + length);
                position += length;
            }
        }

        return position == key.Length;
    }

    private static int FindLength(KeyTemplateHole hole, ReadOnlySpan<char> rest)
        => hole.Shape.IsSelfDelimiting
            ? hole.Shape.MatchLength(rest)
            : hole.FollowingLiteral.Length > 0 ? rest.IndexOf(hole.FollowingLiteral, StringComparison.Ordinal) : rest.Length;
}
