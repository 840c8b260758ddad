namespace EFCore.Dynamo.Engine.Validation.Tables;

/// <summary>The service's texts that CreateTable and UpdateTable share.</summary>
internal static class TableTexts
{
    public const string EncryptionTypeNotSupported = Invalid + "SSEType AES256 is not supported";
    public const string EncryptionTypeRequired = Invalid + "SSEType KMS is required if KMSMasterKeyId is specified";

    private const string Invalid = "One or more parameter values were invalid: ";

    public static string OnDemandThroughputOfProvisioned(string member)
        => Invalid + $"{member} for OnDemandThroughput cannot be specified when the table BillingMode is PROVISIONED";

    public static string OnDemandThroughputOfNewProvisioned(string member)
        => Invalid + $"{member} for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED.";

    public static string OutOfRange(string member, string structure, string target)
        => Invalid + $"Requested {member} for {structure} for {target} is outside of valid range";

    public static string OutOfBounds(long value, string member) => $"Given value {value} for {member} is out of bounds";

    public static string OutOfBounds(long value, string member, string index) => $"Given value {value} for {member} is out of bounds for index {index}";
}
