namespace EFCore.Dynamo.Tables;

/// <summary>How the service encrypts a table at rest.</summary>
public enum SseType
{
    /// <summary>The service's <c>AES256</c>: a key of the service.</summary>
    Aes256,

    /// <summary>The service's <c>KMS</c>: a key in KMS.</summary>
    Kms,
}
