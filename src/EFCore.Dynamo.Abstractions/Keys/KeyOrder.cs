namespace EFCore.Dynamo.Keys;

/// <summary>What the order of a hole's texts (by UTF-8 bytes, as DynamoDB sorts) says about the order of its values.</summary>
public enum KeyOrder
{
    /// <summary>Nothing: a range of values is no range of keys.</summary>
    None,

    /// <summary>
    ///     Values in order have texts in order, but different values may share a text: a range of keys holds the range of values and a little more.
    /// </summary>
    Weak,

    /// <summary>Values in order have texts in order, and different values have different texts: a range of keys is the range of values.</summary>
    Strict,
}
