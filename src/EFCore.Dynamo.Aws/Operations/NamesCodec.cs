using EFCore.Dynamo.Aws.Values;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>Maps and lists of strings to the SDK's and back.</summary>
internal static class NamesCodec
{
    public static Dictionary<string, string>? ToSdk(IReadOnlyDictionary<string, string>? names)
        => Collections.ToSdk(names, static name => name);

    public static Dictionary<string, string>? FromSdk(Dictionary<string, string>? names) => Collections.IsAbsent(names) ? null : names;

    public static List<string>? ToSdk(IReadOnlyList<string>? names) => Collections.ToSdk(names, static name => name);

    public static List<string>? FromSdk(List<string>? names) => Collections.IsAbsent(names) ? null : names;
}
