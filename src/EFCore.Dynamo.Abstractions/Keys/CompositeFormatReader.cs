using System.Text;

namespace EFCore.Dynamo.Keys;

/// <summary>Cuts <c>text {name:format} text</c> into parts: the string form of key templates, and the format strings of <c>string.Format</c>.</summary>
/// <remarks>Plain text in, plain data out, so that analyzers can share this file.</remarks>
internal static class CompositeFormatReader
{
    /// <summary>Reads a whole composite format.</summary>
    /// <param name="text">The format; <c>{{</c> and <c>}}</c> stand for braces.</param>
    /// <exception cref="KeyTemplateException">A brace has no partner, a hole is empty, or it has an alignment.</exception>
    public static List<KeyTemplatePart> Read(string text)
    {
        var parts = new List<KeyTemplatePart>();
        var literal = new StringBuilder();
        for (var position = 0; position < text.Length;)
        {
            var c = text[position];
            if (c is '{' or '}' && position + 1 < text.Length && text[position + 1] == c)
            {
                literal.Append(c);
                position += 2;
            }
            else if (c == '{')
            {
                Flush(literal, parts);
                parts.Add(ReadHole(text, ref position));
            }
            else if (c == '}')
            {
                throw new KeyTemplateException(
                    $"The key template \"{text}\" has a '}}' at position {position} that closes nothing; write '}}}}' for a brace in the key.");
            }
            else
            {
                literal.Append(c);
                position++;
            }
        }

        Flush(literal, parts);
        return parts;
    }

    private static void Flush(StringBuilder literal, List<KeyTemplatePart> parts)
    {
        if (literal.Length > 0)
        {
            parts.Add(new(literal.ToString()));
            literal.Clear();
        }
    }

    private static KeyTemplatePart ReadHole(string text, ref int position)
    {
        var start = position + 1;
        var end = text.IndexOf('}', start);
        if (end < 0)
        {
            throw new KeyTemplateException(
                $"The key template \"{text}\" has a '{{' at position {position} that is never closed; write '{{{{' for a brace in the key.");
        }

        var body = text[start..end];
        position = end + 1;
        if (body.Contains('{', StringComparison.Ordinal))
        {
            throw new KeyTemplateException($"The key template \"{text}\" has a '{{' inside the hole '{{{body}}}'; a format may hold no braces.");
        }

        var colon = body.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? body : body[..colon]).Trim();
        if (name.Contains(',', StringComparison.Ordinal))
        {
            throw new KeyTemplateException(
                $"The hole '{{{body}}}' in the key template \"{text}\" has an alignment; blanks in keys are not padding: use a fixed-width format such as "
                    + "':D10' instead.");
        }

        if (name.Length == 0)
        {
            throw new KeyTemplateException($"The key template \"{text}\" has an empty hole '{{{body}}}'; name the property whose value belongs there.");
        }

        return new(null, name, colon < 0 ? null : body[(colon + 1)..]);
    }
}
