namespace EFCore.Dynamo.Expressions.Binding;

/// <summary>The order in which the service lists several placeholders in one text: that of a Java hash set.</summary>
internal static class HashOrder
{
    /// <param name="totalCount">How many elements the set was made from; it decides the number of buckets.</param>
    public static IEnumerable<string> Sort(IEnumerable<string> elements, int totalCount)
    {
        var wanted = Math.Max((int)(totalCount / 0.75f) + 1, 16);
        var bucketCount = 1 << (32 - System.Numerics.BitOperations.LeadingZeroCount((uint)wanted - 1));
        return elements.OrderBy(element => Spread(HashCode(element)) & (bucketCount - 1));
    }

    private static int HashCode(string text)
    {
        var hash = 0;
        foreach (var character in text)
        {
            hash = unchecked((31 * hash) + character);
        }

        return hash;
    }

    private static int Spread(int hash) => hash ^ (hash >>> 16);
}
