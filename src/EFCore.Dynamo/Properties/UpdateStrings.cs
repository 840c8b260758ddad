namespace EFCore.Dynamo.Properties;

/// <summary>What SaveChanges and Find say when they cannot do as they are told.</summary>
internal static class UpdateStrings
{
    private const string KeyHidden = "(EnableSensitiveDataLogging shows the key)";
    private const string ReasonHidden = "The inner exception says why.";

    /// <param name="operation">SaveChanges, ExecuteUpdate or ExecuteDelete.</param>
    public static string AmbientTransaction(string operation)
        => $"{operation} is called inside a TransactionScope, but DynamoDB has no transaction that stays open between requests, so what is saved would stay "
            + $"saved without 'Complete()'. Call {operation} outside of the scope, or inside 'new TransactionScope(TransactionScopeOption.Suppress, "
            + "TransactionScopeAsyncFlowOption.Enabled)'.";

    public static string TransactionTooLarge(int partCount, int maxCount)
        => $"SaveChanges has {partCount} items to write, and one DynamoDB transaction holds at most {maxCount}. "
            + "Call SaveChanges for smaller parts, or set 'Database.AutoTransactionBehavior = AutoTransactionBehavior.Never' to write item by item without "
            + "a transaction.";

    public static string WriteFailed(string reason)
        => $"An error occurred while the changes were saved: {reason}";

    public static string ConcurrencyConflict(string item)
        => $"The item of {item} was changed or deleted since it was read, so the write that expected it unchanged was not made. "
            + "See https://go.microsoft.com/fwlink/?LinkId=527962 for ways to handle concurrency conflicts.";

    /// <param name="item">The entity type, and where values may be shown, the key.</param>
    /// <param name="tableName">The table.</param>
    public static string DuplicateKey(string item, string tableName)
        => $"{item} cannot be inserted: table '{tableName}' already has an item with this key.";

    /// <param name="entityType">The entity type.</param>
    /// <param name="key">The key of the item; null where values may not be shown.</param>
    public static string Item(string entityType, string? key) => $"'{entityType}' {key ?? KeyHidden}";

    /// <param name="first">An entity type.</param>
    /// <param name="second">The other entity's, often the same.</param>
    /// <param name="key">The key; null where values may not be shown.</param>
    public static string DuplicateItemInSave(string first, string second, string? key)
        => $"The entities {first} and {second} have the same item key {key ?? KeyHidden}, and one SaveChanges can write an item only once. "
            + "Give one of them another key, or save them one after the other.";

    public static string KeyValueMissing(string entityType, string attributeName, string template)
        => $"An entity of type '{entityType}' cannot be saved: its key attribute '{attributeName}' is computed from '{template}', and a property in it is "
            + "null. Set all properties of the key before saving.";

    /// <param name="type">The entity or complex type.</param>
    /// <param name="attributeName">The attribute.</param>
    /// <param name="reason">What is wrong with the value; null where values may not be shown.</param>
    public static string ValueNotStorable(string type, string attributeName, string? reason)
        => $"An entity cannot be saved: DynamoDB cannot hold the value of attribute '{attributeName}' of '{type}'. {reason ?? ReasonHidden} "
            + "Set another value, or store it in another form with HasConversion.";

    public static string RequiredPropertyNull(string type, string property)
        => $"The property '{type}.{property}' is required, but its value is null. Set it before SaveChanges, or make it optional: a nullable type or "
            + "'IsRequired(false)' in the model.";

    public static string OwnerNotTracked(string ownedType, string ownerType)
        => $"An entity of type '{ownedType}' lives inside the item of its owner '{ownerType}', which is not tracked. Track the owner, or remove the entity "
            + "from the change tracker.";

    public static string RowVersionType(string entityType, string property, string clrType)
        => $"The concurrency token '{entityType}.{property}' is generated on each update, which is not possible for the type '{clrType}'. Use an integer, a "
            + "Guid or a byte array, or take the value generation off with 'ValueGeneratedNever()' and set it yourself.";
}
