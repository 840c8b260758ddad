using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Wire;

/// <summary>The wire names of the enumerations: one table for each. <see cref="AttributeTypeNames" /> has those of the attribute types.</summary>
internal static class WireEnums
{
    public static readonly WireNames<KeyType> KeyType = new((Tables.KeyType.PartitionKey, "HASH"), (Tables.KeyType.SortKey, "RANGE"));

    public static readonly WireNames<ProjectionType> ProjectionType = new(
        (Tables.ProjectionType.All, "ALL"), (Tables.ProjectionType.Include, "INCLUDE"), (Tables.ProjectionType.KeysOnly, "KEYS_ONLY"));

    public static readonly WireNames<BillingMode> BillingMode = new(
        (Tables.BillingMode.Provisioned, "PROVISIONED"), (Tables.BillingMode.PayPerRequest, "PAY_PER_REQUEST"));

    public static readonly WireNames<TableStatus> TableStatus = new(
        (Tables.TableStatus.Creating, "CREATING"),
        (Tables.TableStatus.Active, "ACTIVE"),
        (Tables.TableStatus.Updating, "UPDATING"),
        (Tables.TableStatus.Deleting, "DELETING"));

    public static readonly WireNames<IndexStatus> IndexStatus = new(
        (Tables.IndexStatus.Creating, "CREATING"),
        (Tables.IndexStatus.Active, "ACTIVE"),
        (Tables.IndexStatus.Updating, "UPDATING"),
        (Tables.IndexStatus.Deleting, "DELETING"));

    public static readonly WireNames<TimeToLiveStatus> TimeToLiveStatus = new(
        (Tables.TimeToLiveStatus.Enabling, "ENABLING"),
        (Tables.TimeToLiveStatus.Disabling, "DISABLING"),
        (Tables.TimeToLiveStatus.Enabled, "ENABLED"),
        (Tables.TimeToLiveStatus.Disabled, "DISABLED"));

    public static readonly WireNames<TableClass> TableClass = new(
        (Tables.TableClass.StandardInfrequentAccess, "STANDARD_INFREQUENT_ACCESS"), (Tables.TableClass.Standard, "STANDARD"));

    public static readonly WireNames<SseType> SseType = new((Tables.SseType.Aes256, "AES256"), (Tables.SseType.Kms, "KMS"));

    public static readonly WireNames<SseStatus> SseStatus = new(
        (Tables.SseStatus.Enabling, "ENABLING"),
        (Tables.SseStatus.Enabled, "ENABLED"),
        (Tables.SseStatus.Disabling, "DISABLING"),
        (Tables.SseStatus.Disabled, "DISABLED"),
        (Tables.SseStatus.Updating, "UPDATING"));

    public static readonly WireNames<ReturnValues> ReturnValues = new(
        (Operations.ReturnValues.AllNew, "ALL_NEW"),
        (Operations.ReturnValues.UpdatedOld, "UPDATED_OLD"),
        (Operations.ReturnValues.AllOld, "ALL_OLD"),
        (Operations.ReturnValues.None, "NONE"),
        (Operations.ReturnValues.UpdatedNew, "UPDATED_NEW"));

    public static readonly WireNames<ReturnConsumedCapacity> ReturnConsumedCapacity = new(
        (Operations.ReturnConsumedCapacity.Indexes, "INDEXES"),
        (Operations.ReturnConsumedCapacity.Total, "TOTAL"),
        (Operations.ReturnConsumedCapacity.None, "NONE"));

    public static readonly WireNames<ReturnItemCollectionMetrics> ReturnItemCollectionMetrics = new(
        (Operations.ReturnItemCollectionMetrics.Size, "SIZE"), (Operations.ReturnItemCollectionMetrics.None, "NONE"));

    public static readonly WireNames<ReturnValuesOnConditionCheckFailure> ReturnValuesOnConditionCheckFailure = new(
        (Operations.ReturnValuesOnConditionCheckFailure.AllOld, "ALL_OLD"), (Operations.ReturnValuesOnConditionCheckFailure.None, "NONE"));

    public static readonly WireNames<Select> Select = new(
        (Operations.Select.SpecificAttributes, "SPECIFIC_ATTRIBUTES"),
        (Operations.Select.Count, "COUNT"),
        (Operations.Select.AllAttributes, "ALL_ATTRIBUTES"),
        (Operations.Select.AllProjectedAttributes, "ALL_PROJECTED_ATTRIBUTES"));

    public static readonly WireNames<StreamViewType> StreamViewType = new(
        (Tables.StreamViewType.OldImage, "OLD_IMAGE"),
        (Tables.StreamViewType.NewAndOldImages, "NEW_AND_OLD_IMAGES"),
        (Tables.StreamViewType.KeysOnly, "KEYS_ONLY"),
        (Tables.StreamViewType.NewImage, "NEW_IMAGE"));

    public static readonly WireNames<StreamStatus> StreamStatus = new(
        (Streams.StreamStatus.Enabling, "ENABLING"),
        (Streams.StreamStatus.Enabled, "ENABLED"),
        (Streams.StreamStatus.Disabling, "DISABLING"),
        (Streams.StreamStatus.Disabled, "DISABLED"));

    public static readonly WireNames<ShardIteratorType> ShardIteratorType = new(
        (Streams.ShardIteratorType.AfterSequenceNumber, "AFTER_SEQUENCE_NUMBER"),
        (Streams.ShardIteratorType.Latest, "LATEST"),
        (Streams.ShardIteratorType.AtSequenceNumber, "AT_SEQUENCE_NUMBER"),
        (Streams.ShardIteratorType.TrimHorizon, "TRIM_HORIZON"));

    public static readonly WireNames<ShardFilterType> ShardFilterType = new((Streams.ShardFilterType.ChildShards, "CHILD_SHARDS"));

    public static readonly WireNames<OperationType> OperationType = new(
        (Streams.OperationType.Insert, "INSERT"), (Streams.OperationType.Modify, "MODIFY"), (Streams.OperationType.Remove, "REMOVE"));

    public static readonly WireNames<ComparisonOperator> ComparisonOperator = new(
        (Operations.ComparisonOperator.In, "IN"),
        (Operations.ComparisonOperator.Null, "NULL"),
        (Operations.ComparisonOperator.Between, "BETWEEN"),
        (Operations.ComparisonOperator.LessThan, "LT"),
        (Operations.ComparisonOperator.NotContains, "NOT_CONTAINS"),
        (Operations.ComparisonOperator.Equal, "EQ"),
        (Operations.ComparisonOperator.GreaterThan, "GT"),
        (Operations.ComparisonOperator.NotNull, "NOT_NULL"),
        (Operations.ComparisonOperator.NotEqual, "NE"),
        (Operations.ComparisonOperator.LessThanOrEqual, "LE"),
        (Operations.ComparisonOperator.BeginsWith, "BEGINS_WITH"),
        (Operations.ComparisonOperator.GreaterThanOrEqual, "GE"),
        (Operations.ComparisonOperator.Contains, "CONTAINS"));

    public static readonly WireNames<ConditionalOperator> ConditionalOperator = new(
        (Operations.ConditionalOperator.Or, "OR"), (Operations.ConditionalOperator.And, "AND"));

    public static readonly WireNames<AttributeAction> AttributeAction = new(
        (Operations.AttributeAction.Add, "ADD"), (Operations.AttributeAction.Delete, "DELETE"), (Operations.AttributeAction.Put, "PUT"));
}
