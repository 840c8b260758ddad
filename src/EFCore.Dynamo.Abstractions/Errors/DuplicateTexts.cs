namespace EFCore.Dynamo.Errors;

/// <summary>The service's texts about sets that have an element twice.</summary>
internal static class DuplicateTexts
{
    private const string Invalid = "One or more parameter values were invalid: ";

    public static string Of(string setType, IReadOnlyList<string> elements) => Invalid + setType switch
    {
        "NS" => "Input collection contains duplicates.",
        "SS" => $"Input collection [{string.Join(", ", elements.Order(StringComparer.Ordinal).Select(Quote))}] contains duplicates.",
        _ => $"Input collection [{string.Join(',', elements.Select(Quote))}]of type BS contains duplicates.",
    };

    /// <summary>The older ones list strings as they came, and binary elements in the order of Java's buffers, whose bytes have a sign.</summary>
    public static string OlderOf(string setType, IReadOnlyList<string> elements) => setType switch
    {
        "NS" => "Input collection contains duplicates",
        "SS" => $"{Invalid}Input collection [{string.Join(", ", elements)}] contains duplicates.",
        _
            => $"{Invalid}Input collection [{string.Join(
                ", ", elements.Select(Convert.FromBase64String).Order(SignedBytes).Select(Convert.ToBase64String))}]of type BS contains duplicates.",
    };

    private static readonly Comparer<byte[]> SignedBytes = Comparer<byte[]>.Create(static (left, right) =>
        System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(left).SequenceCompareTo(
            System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(right)));

    private static string Quote(string element) => $"\"{element}\"";
}
