using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Values;

/// <summary>The service's errors about sets that cannot be.</summary>
internal static class SetErrors
{
    private const string Prefix = "One or more parameter values were invalid: ";

    public static DynamoValidationException Empty(AttributeType setType) => new(Prefix + setType switch
    {
        AttributeType.StringSet => "An string set  may not be empty",
        AttributeType.NumberSet => "An number set  may not be empty",
        _ => "Binary sets should not be empty",
    });

    /// <param name="setType">NS, SS or BS.</param>
    /// <param name="data">The builder's buffer.</param>
    /// <param name="entries">The elements, in any order; the error holds them as they were written, which is by their place.</param>
    public static DynamoValidationException Duplicate(AttributeType setType, byte[] data, Span<PackedEntry> entries)
    {
        entries.Sort((x, y) => x.Start.CompareTo(y.Start));

        var texts = new string[setType == AttributeType.NumberSet ? 0 : entries.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            var element = AttributeValueSpan.FromPackedUnchecked(data.AsSpan(entries[i].Start, entries[i].Length));
            texts[i] = setType == AttributeType.StringSet ? element.GetString() : Convert.ToBase64String(element.GetBinary());
        }

        return new DynamoValidationException(new ValueError.DuplicateElements(setType switch
        {
            AttributeType.StringSet
            => "SS",
            AttributeType.NumberSet => "NS",
            _ => "BS"
        }, texts));
    }
}
