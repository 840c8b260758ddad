using System.IO.Hashing;
using System.Text;
using EFCore.Dynamo.Engine.Errors;
using EFCore.Dynamo.Engine.Resources;
using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Engine.Validation.Tables;

/// <summary>The rules of <see cref="SseSpecification" />, and what it comes to.</summary>
internal static class EncryptionRules
{
    public static ServiceError? Validate(SseSpecification? specification)
    {
        if (specification?.SseType == SseType.Aes256)
        {
            return ServiceError.Validation(TableTexts.EncryptionTypeNotSupported);
        }

        return specification is { KmsMasterKeyId: not null, SseType: null } ? ServiceError.Validation(TableTexts.EncryptionTypeRequired) : null;
    }

    /// <summary>How the table is encrypted; null with a key of the service's own, which is not shown.</summary>
    public static SseDescription? ToDescription(SseSpecification? specification, ResourceNames names) => specification is { Enabled: true }
        ? new SseDescription(SseStatus.Enabled, SseType.Kms, names.GetKeyArn(specification.KmsMasterKeyId ?? GetDefaultKeyId(names)))
        : null;

    /// <summary>The account's <c>aws/dynamodb</c> key: always the same in one region.</summary>
    private static string GetDefaultKeyId(ResourceNames names)
    {
        var hash = XxHash128.Hash(Encoding.UTF8.GetBytes($"{names.Region}/{names.AccountId}/alias/aws/dynamodb"));
        return new Guid(hash).ToString("D");
    }
}
