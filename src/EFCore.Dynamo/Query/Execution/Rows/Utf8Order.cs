namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>Orders strings as DynamoDB does: by their UTF-8 bytes, null first.</summary>
/// <remarks>UTF-8 bytes order as code points. UTF-16 units do too, except that surrogates (code points from U+10000) come before U+E000 to U+FFFF.</remarks>
internal sealed class Utf8Order : IComparer<string>
{
    /// <summary>The only instance.</summary>
    public static readonly Utf8Order Instance = new();

    private Utf8Order()
    {
    }

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return x is null ? y is null ? 0 : -1 : 1;
        }

        var common = x.AsSpan().CommonPrefixLength(y);
        if (common == x.Length || common == y.Length)
        {
            return x.Length.CompareTo(y.Length);
        }

        return Rank(x[common]).CompareTo(Rank(y[common]));
    }

    /// <summary>The UTF-16 unit's place among first differing units: surrogates after all others.</summary>
    private static int Rank(char unit)
        => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
