namespace EFCore.Dynamo.Engine.Transactions;

/// <summary>The service's texts for transactions.</summary>
internal static class TransactionTexts
{
    public const string OnePartOneOperation = "TransactItems can only contain one of Check, Put, Update or Delete";
    public const string SameItemTwice = "Transaction request cannot include multiple operations on one item";

    public const string TooLarge =
        "Collection size of items exceeded, which can also be caused by the aggregate size of the items in the transaction exceeding the 4MB limit";

    public const string TokenMismatch =
        "Error: Client request token was used before with other parameters";

    // Without what single writes say in front of it. That keys of nested maps have the same text is our assumption.
    public const string EmptyName = "Empty attribute name";

    public const int MaxTokenLength = 36;
    public const int MaxItems = 100;
    public const long MaxSizeBytes = 4L << 20;
}
