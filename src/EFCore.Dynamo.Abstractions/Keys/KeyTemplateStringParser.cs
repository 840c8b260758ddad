namespace EFCore.Dynamo.Keys;

/// <summary>Reads the string form of a key template, <c>"ORDER#{PlacedAt:O}#{Id:D10}"</c>.</summary>
internal static class KeyTemplateStringParser
{
    public static List<KeyTemplatePart> Parse(string template)
    {
        if (template.Length == 0)
        {
            throw new KeyTemplateException("A key template is empty; a key attribute has at least one character.");
        }

        var parts = CompositeFormatReader.Read(template);
        foreach (var part in parts)
        {
            if (part.MemberPath is { } path && !IsMemberPath(path))
            {
                throw new KeyTemplateException(
                    $"The hole '{{{path}}}' in the key template \"{template}\" does not name a property; write a property such as '{{Id}}' or a path such "
                        + "as '{{Address.City}}'.");
            }
        }

        return parts;
    }

    private static bool IsMemberPath(string path)
    {
        var startsName = true;
        foreach (var c in path)
        {
            if (c == '.')
            {
                if (startsName)
                {
                    return false;
                }

                startsName = true;
            }
            else if (c != '_' && !(startsName ? char.IsLetter(c) : char.IsLetterOrDigit(c)))
            {
                return false;
            }
            else
            {
                startsName = false;
            }
        }

        return !startsName;
    }
}
