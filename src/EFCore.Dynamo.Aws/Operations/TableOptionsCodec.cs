using EFCore.Dynamo.Aws.Values;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using Model = Amazon.DynamoDBv2.Model;

namespace EFCore.Dynamo.Aws.Operations;

/// <summary>What a table has besides keys and throughput, to the SDK's types and back: encryption, stream, class, tags, billing.</summary>
internal static class TableOptionsCodec
{
    public static Model.SSESpecification? ToSdk(SseSpecification? encryption) => encryption is null ? null : new()
    {
        Enabled = encryption.Enabled,
        SSEType = Enums.SseType.ToSdk(encryption.SseType),
        KMSMasterKeyId = encryption.KmsMasterKeyId,
    };

    public static SseSpecification? FromSdk(Model.SSESpecification? encryption)
        => encryption is null
            ? null
            : new(encryption.Enabled, Enums.SseType.FromRequest(encryption.SSEType, "sSESpecification.sSEType"), encryption.KMSMasterKeyId);

    public static Model.SSEDescription? ToSdk(SseDescription? encryption) => encryption is null ? null : new()
    {
        Status = Enums.SseStatus.ToSdk(encryption.Status),
        SSEType = Enums.SseType.ToSdk(encryption.SseType),
        KMSMasterKeyArn = encryption.KmsMasterKeyArn,
    };

    public static SseDescription? FromSdk(Model.SSEDescription? encryption) => encryption is null ? null : new(
        Enums.SseStatus.FromResponse(encryption.Status) ?? default, Enums.SseType.FromResponse(encryption.SSEType) ?? SseType.Kms, encryption.KMSMasterKeyArn);

    public static Model.StreamSpecification? ToSdk(StreamSpecification? stream)
        => stream is null ? null : new() { StreamEnabled = stream.StreamEnabled, StreamViewType = Enums.StreamViewType.ToSdk(stream.StreamViewType) };

    public static StreamSpecification? FromSdk(Model.StreamSpecification? stream) => stream is null ? null : new(
        Violations.Required(stream.StreamEnabled, "streamSpecification.streamEnabled"),
        Enums.StreamViewType.FromRequest(stream.StreamViewType, "streamSpecification.streamViewType"));

    public static Model.TableClassSummary? ToSdk(TableClassSummary? summary)
        => summary is null
            ? null
            : new() { TableClass = Enums.TableClass.ToSdk(summary.TableClass), LastUpdateDateTime = Times.ToSdk(summary.LastUpdateDateTime) };

    public static TableClassSummary? FromSdk(Model.TableClassSummary? summary)
        => summary is null ? null : new(Enums.TableClass.FromResponse(summary.TableClass) ?? default, Times.FromSdk(summary.LastUpdateDateTime));

    public static Model.BillingModeSummary? ToSdk(BillingModeSummary? summary) => summary is null ? null : new()
    {
        BillingMode = Enums.BillingMode.ToSdk(summary.BillingMode),
        LastUpdateToPayPerRequestDateTime = Times.ToSdk(summary.LastUpdateToPayPerRequestDateTime),
    };

    public static BillingModeSummary? FromSdk(Model.BillingModeSummary? summary)
        => summary is null
            ? null
            : new(Enums.BillingMode.FromResponse(summary.BillingMode) ?? default, Times.FromSdk(summary.LastUpdateToPayPerRequestDateTime));

    public static List<Model.Tag>? ToSdk(IReadOnlyList<Tag>? tags) => Collections.ToSdk(tags, static tag => new Model.Tag { Key = tag.Key, Value = tag.Value });

    public static List<Tag>? FromSdk(List<Model.Tag>? tags) => Collections.FromSdk(tags, static (tag, index) => new Tag(
        Violations.Required(tag.Key, MemberPath.OfElement("tags", index, "key")),
        Violations.Required(tag.Value, MemberPath.OfElement("tags", index, "value"))));
}
