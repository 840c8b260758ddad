namespace EFCore.Dynamo.Expressions;

/// <summary>The words that an expression may not use as a literal attribute name.</summary>
/// <remarks>The list is documented at <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ReservedWords.html">Reserved words in DynamoDB</see>.</remarks>
public static class ReservedWords
{
    /// <summary>Whether the name needs a placeholder; upper and lower case count as equal.</summary>
    public static bool Contains(ReadOnlySpan<char> name) => throw new System.Diagnostics.UnreachableException();
}
