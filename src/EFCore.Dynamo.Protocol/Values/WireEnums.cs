using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Streams;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Protocol.Values;

/// <summary>All wire names of enumerations.</summary>
internal static class WireEnums
{
    public static readonly WireEnum<KeyType> KeyType = new((Tables.KeyType.PartitionKey, "HASH"), (Tables.KeyType.SortKey, "RANGE"));
    public static readonly WireEnum<AttributeType> KeyAttributeType = new((AttributeType.Binary, "B"), (AttributeType.Number, "N"), (AttributeType.String, "S"));

    public static readonly WireEnum<ProjectionType> ProjectionType = new(
        (Tables.ProjectionType.All, "ALL"), (Tables.ProjectionType.Include, "INCLUDE"), (Tables.ProjectionType.KeysOnly, "KEYS_ONLY"));

    public static readonly WireEnum<BillingMode> BillingMode = new(
        (Tables.BillingMode.Provisioned, "PROVISIONED"), (Tables.BillingMode.PayPerRequest, "PAY_PER_REQUEST"));

    public static readonly WireEnum<TableStatus> TableStatus = new(
        (Tables.TableStatus.Creating, "CREATING"), (Tables.TableStatus.Active, "ACTIVE"), (Tables.TableStatus.Updating, "UPDATING"), (Tables.TableStatus.Deleting, "DELETING"));

    public static readonly WireEnum<IndexStatus> IndexStatus = new(
        (Tables.IndexStatus.Creating, "CREATING"), (Tables.IndexStatus.Active, "ACTIVE"), (Tables.IndexStatus.Updating, "UPDATING"), (Tables.IndexStatus.Deleting, "DELETING"));

    public static readonly WireEnum<TimeToLiveStatus> TimeToLiveStatus = new(
        (Tables.TimeToLiveStatus.Enabling, "ENABLING"),
        (Tables.TimeToLiveStatus.Disabling, "DISABLING"),
        (Tables.TimeToLiveStatus.Enabled, "ENABLED"),
        (Tables.TimeToLiveStatus.Disabled, "DISABLED"));

    public static readonly WireEnum<TableClass> TableClass = new(
        (Tables.TableClass.StandardInfrequentAccess, "STANDARD_INFREQUENT_ACCESS"), (Tables.TableClass.Standard, "STANDARD"));

    public static readonly WireEnum<SseType> SseType = new((Tables.SseType.Aes256, "AES256"), (Tables.SseType.Kms, "KMS"));

    public static readonly WireEnum<SseStatus> SseStatus = new(
        (Tables.SseStatus.Enabling, "ENABLING"),
        (Tables.SseStatus.Enabled, "ENABLED"),
        (Tables.SseStatus.Disabling, "DISABLING"),
        (Tables.SseStatus.Disabled, "DISABLED"),
        (Tables.SseStatus.Updating, "UPDATING"));

    public static readonly WireEnum<ReturnValues> ReturnValues = new(
        (EFCore.Dynamo.Operations.ReturnValues.AllNew, "ALL_NEW"),
        (EFCore.Dynamo.Operations.ReturnValues.UpdatedOld, "UPDATED_OLD"),
        (EFCore.Dynamo.Operations.ReturnValues.AllOld, "ALL_OLD"),
        (EFCore.Dynamo.Operations.ReturnValues.None, "NONE"),
        (EFCore.Dynamo.Operations.ReturnValues.UpdatedNew, "UPDATED_NEW"));

    public static readonly WireEnum<ReturnConsumedCapacity> ReturnConsumedCapacity = new(
        (EFCore.Dynamo.Operations.ReturnConsumedCapacity.Indexes, "INDEXES"), (EFCore.Dynamo.Operations.ReturnConsumedCapacity.Total, "TOTAL"), (EFCore.Dynamo.Operations.ReturnConsumedCapacity.None, "NONE"));

    public static readonly WireEnum<ReturnItemCollectionMetrics> ReturnItemCollectionMetrics = new(
        (EFCore.Dynamo.Operations.ReturnItemCollectionMetrics.Size, "SIZE"), (EFCore.Dynamo.Operations.ReturnItemCollectionMetrics.None, "NONE"));

    public static readonly WireEnum<ReturnValuesOnConditionCheckFailure> ReturnValuesOnConditionCheckFailure = new(
        (EFCore.Dynamo.Operations.ReturnValuesOnConditionCheckFailure.AllOld, "ALL_OLD"), (EFCore.Dynamo.Operations.ReturnValuesOnConditionCheckFailure.None, "NONE"));

    public static readonly WireEnum<Select> Select = new(
        (EFCore.Dynamo.Operations.Select.SpecificAttributes, "SPECIFIC_ATTRIBUTES"),
        (EFCore.Dynamo.Operations.Select.Count, "COUNT"),
        (EFCore.Dynamo.Operations.Select.AllAttributes, "ALL_ATTRIBUTES"),
        (EFCore.Dynamo.Operations.Select.AllProjectedAttributes, "ALL_PROJECTED_ATTRIBUTES"));

    public static readonly WireEnum<StreamViewType> StreamViewType = new(
        (Tables.StreamViewType.OldImage, "OLD_IMAGE"),
        (Tables.StreamViewType.NewAndOldImages, "NEW_AND_OLD_IMAGES"),
        (Tables.StreamViewType.KeysOnly, "KEYS_ONLY"),
        (Tables.StreamViewType.NewImage, "NEW_IMAGE"));

    public static readonly WireEnum<StreamStatus> StreamStatus = new(
        (Streams.StreamStatus.Enabling, "ENABLING"),
        (Streams.StreamStatus.Enabled, "ENABLED"),
        (Streams.StreamStatus.Disabling, "DISABLING"),
        (Streams.StreamStatus.Disabled, "DISABLED"));

    public static readonly WireEnum<ShardIteratorType> ShardIteratorType = new(
        (Streams.ShardIteratorType.AfterSequenceNumber, "AFTER_SEQUENCE_NUMBER"),
        (Streams.ShardIteratorType.Latest, "LATEST"),
        (Streams.ShardIteratorType.AtSequenceNumber, "AT_SEQUENCE_NUMBER"),
        (Streams.ShardIteratorType.TrimHorizon, "TRIM_HORIZON"));

    public static readonly WireEnum<ShardFilterType> ShardFilterType = new((Streams.ShardFilterType.ChildShards, "CHILD_SHARDS"));

    public static readonly WireEnum<OperationType> OperationType = new(
        (Streams.OperationType.Insert, "INSERT"), (Streams.OperationType.Modify, "MODIFY"), (Streams.OperationType.Remove, "REMOVE"));

    public static readonly WireEnum<ComparisonOperator> ComparisonOperator = new(
        (EFCore.Dynamo.Operations.ComparisonOperator.In, "IN"),
        (EFCore.Dynamo.Operations.ComparisonOperator.Null, "NULL"),
        (EFCore.Dynamo.Operations.ComparisonOperator.Between, "BETWEEN"),
        (EFCore.Dynamo.Operations.ComparisonOperator.LessThan, "LT"),
        (EFCore.Dynamo.Operations.ComparisonOperator.NotContains, "NOT_CONTAINS"),
        (EFCore.Dynamo.Operations.ComparisonOperator.Equal, "EQ"),
        (EFCore.Dynamo.Operations.ComparisonOperator.GreaterThan, "GT"),
        (EFCore.Dynamo.Operations.ComparisonOperator.NotNull, "NOT_NULL"),
        (EFCore.Dynamo.Operations.ComparisonOperator.NotEqual, "NE"),
        (EFCore.Dynamo.Operations.ComparisonOperator.LessThanOrEqual, "LE"),
        (EFCore.Dynamo.Operations.ComparisonOperator.BeginsWith, "BEGINS_WITH"),
        (EFCore.Dynamo.Operations.ComparisonOperator.GreaterThanOrEqual, "GE"),
        (EFCore.Dynamo.Operations.ComparisonOperator.Contains, "CONTAINS"));

    public static readonly WireEnum<ConditionalOperator> ConditionalOperator = new(
        (EFCore.Dynamo.Operations.ConditionalOperator.Or, "OR"), (EFCore.Dynamo.Operations.ConditionalOperator.And, "AND"));

    public static readonly WireEnum<AttributeAction> AttributeAction = new(
        (EFCore.Dynamo.Operations.AttributeAction.Add, "ADD"), (EFCore.Dynamo.Operations.AttributeAction.Delete, "DELETE"), (EFCore.Dynamo.Operations.AttributeAction.Put, "PUT"));
}
