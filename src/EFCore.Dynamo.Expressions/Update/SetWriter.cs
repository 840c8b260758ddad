using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Update;

/// <summary>Writes unions and differences of sets of one type.</summary>
internal static class SetWriter
{
    public static void WriteUnion(AttributeValueSpan left, AttributeValueSpan right, ItemBuilder builder)
    {
        builder.BeginSet(left.Type);
        for (var i = 0; i < left.Count; i++)
        {
            WriteElement(left[i], builder);
        }

        for (var i = 0; i < right.Count; i++)
        {
            if (!left.SetContains(right[i]))
            {
                WriteElement(right[i], builder);
            }
        }

        builder.EndSet();
    }

    public static void WriteDifference(AttributeValueSpan left, AttributeValueSpan right, ItemBuilder builder)
    {
        builder.BeginSet(left.Type);
        for (var i = 0; i < left.Count; i++)
        {
            if (!right.SetContains(left[i]))
            {
                WriteElement(left[i], builder);
            }
        }

        builder.EndSet();
    }

    private static void WriteElement(AttributeValueSpan element, ItemBuilder builder)
    {
        switch (element.Type)
        {
            case AttributeType.String:
                builder.WriteUtf8String(element.GetUtf8String());
                break;
            case AttributeType.Number:
                builder.WriteNumber(element.GetNumber());
                break;
            default:
                builder.WriteBinary(element.GetBinary());
                break;
        }
    }
}
