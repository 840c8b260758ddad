namespace EFCore.Dynamo.Tables;

/// <summary>How a table is encrypted at rest; the engine stores it and shows it.</summary>
/// <param name="Enabled">True asks for a key in KMS; false or null is the service's own key.</param>
/// <param name="SseType">Only <see cref="Tables.SseType.Kms" /> can be asked for.</param>
/// <param name="KmsMasterKeyId">Id, name, alias or Amazon resource name of the key.</param>
public sealed record SseSpecification(bool? Enabled = null, SseType? SseType = null, string? KmsMasterKeyId = null);
