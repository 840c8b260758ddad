namespace EFCore.Dynamo.Tables;

/// <summary>How the service encrypts a table at rest.</summary>
public enum SseType
{
    /// <summary><c>AES256</c>: encryption with a key that DynamoDB owns. A name from the past: no request may ask for it.</summary>
    Aes256,

    /// <summary><c>KMS</c>: encryption with a key in the account's Key Management Service.</summary>
    Kms,
}
