using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Sdk = Amazon.DynamoDBv2;

namespace EFCore.Dynamo.Aws.Values;

/// <summary>All enumerations and the SDK's constants for them.</summary>
internal static class Enums
{
    public static readonly EnumCodec<KeyType, Sdk.KeyType> KeyType = new((Tables.KeyType.PartitionKey, Sdk.KeyType.HASH), (Tables.KeyType.SortKey, Sdk.KeyType.RANGE));

    public static readonly EnumCodec<AttributeType, Sdk.ScalarAttributeType> ScalarAttributeType = new(
        (AttributeType.Binary, Sdk.ScalarAttributeType.B), (AttributeType.Number, Sdk.ScalarAttributeType.N), (AttributeType.String, Sdk.ScalarAttributeType.S));

    public static readonly EnumCodec<ProjectionType, Sdk.ProjectionType> ProjectionType = new(
        (Tables.ProjectionType.All, Sdk.ProjectionType.ALL), (Tables.ProjectionType.Include, Sdk.ProjectionType.INCLUDE), (Tables.ProjectionType.KeysOnly, Sdk.ProjectionType.KEYS_ONLY));

    public static readonly EnumCodec<BillingMode, Sdk.BillingMode> BillingMode = new(
        (Tables.BillingMode.Provisioned, Sdk.BillingMode.PROVISIONED), (Tables.BillingMode.PayPerRequest, Sdk.BillingMode.PAY_PER_REQUEST));

    public static readonly EnumCodec<TableStatus, Sdk.TableStatus> TableStatus = new(
        (Tables.TableStatus.Creating, Sdk.TableStatus.CREATING),
        (Tables.TableStatus.Active, Sdk.TableStatus.ACTIVE),
        (Tables.TableStatus.Updating, Sdk.TableStatus.UPDATING),
        (Tables.TableStatus.Deleting, Sdk.TableStatus.DELETING));

    public static readonly EnumCodec<IndexStatus, Sdk.IndexStatus> IndexStatus = new(
        (Tables.IndexStatus.Creating, Sdk.IndexStatus.CREATING),
        (Tables.IndexStatus.Active, Sdk.IndexStatus.ACTIVE),
        (Tables.IndexStatus.Updating, Sdk.IndexStatus.UPDATING),
        (Tables.IndexStatus.Deleting, Sdk.IndexStatus.DELETING));

    public static readonly EnumCodec<ReturnValues, Sdk.ReturnValue> ReturnValues = new(
        (EFCore.Dynamo.Operations.ReturnValues.AllNew, Sdk.ReturnValue.ALL_NEW),
        (EFCore.Dynamo.Operations.ReturnValues.UpdatedOld, Sdk.ReturnValue.UPDATED_OLD),
        (EFCore.Dynamo.Operations.ReturnValues.AllOld, Sdk.ReturnValue.ALL_OLD),
        (EFCore.Dynamo.Operations.ReturnValues.None, Sdk.ReturnValue.NONE),
        (EFCore.Dynamo.Operations.ReturnValues.UpdatedNew, Sdk.ReturnValue.UPDATED_NEW));

    public static readonly EnumCodec<ReturnConsumedCapacity, Sdk.ReturnConsumedCapacity> ReturnConsumedCapacity = new(
        (EFCore.Dynamo.Operations.ReturnConsumedCapacity.Indexes, Sdk.ReturnConsumedCapacity.INDEXES),
        (EFCore.Dynamo.Operations.ReturnConsumedCapacity.Total, Sdk.ReturnConsumedCapacity.TOTAL),
        (EFCore.Dynamo.Operations.ReturnConsumedCapacity.None, Sdk.ReturnConsumedCapacity.NONE));

    public static readonly EnumCodec<ReturnItemCollectionMetrics, Sdk.ReturnItemCollectionMetrics> ReturnItemCollectionMetrics = new(
        (EFCore.Dynamo.Operations.ReturnItemCollectionMetrics.Size, Sdk.ReturnItemCollectionMetrics.SIZE),
        (EFCore.Dynamo.Operations.ReturnItemCollectionMetrics.None, Sdk.ReturnItemCollectionMetrics.NONE));

    public static readonly EnumCodec<ReturnValuesOnConditionCheckFailure, Sdk.ReturnValuesOnConditionCheckFailure> ReturnValuesOnConditionCheckFailure = new(
        (EFCore.Dynamo.Operations.ReturnValuesOnConditionCheckFailure.AllOld, Sdk.ReturnValuesOnConditionCheckFailure.ALL_OLD),
        (EFCore.Dynamo.Operations.ReturnValuesOnConditionCheckFailure.None, Sdk.ReturnValuesOnConditionCheckFailure.NONE));

    public static readonly EnumCodec<Select, Sdk.Select> Select = new(
        (EFCore.Dynamo.Operations.Select.SpecificAttributes, Sdk.Select.SPECIFIC_ATTRIBUTES),
        (EFCore.Dynamo.Operations.Select.Count, Sdk.Select.COUNT),
        (EFCore.Dynamo.Operations.Select.AllAttributes, Sdk.Select.ALL_ATTRIBUTES),
        (EFCore.Dynamo.Operations.Select.AllProjectedAttributes, Sdk.Select.ALL_PROJECTED_ATTRIBUTES));

    public static readonly EnumCodec<TableClass, Sdk.TableClass> TableClass = new(
        (Tables.TableClass.Standard, Sdk.TableClass.STANDARD), (Tables.TableClass.StandardInfrequentAccess, Sdk.TableClass.STANDARD_INFREQUENT_ACCESS));

    public static readonly EnumCodec<StreamViewType, Sdk.StreamViewType> StreamViewType = new(
        (Tables.StreamViewType.NewImage, Sdk.StreamViewType.NEW_IMAGE),
        (Tables.StreamViewType.OldImage, Sdk.StreamViewType.OLD_IMAGE),
        (Tables.StreamViewType.NewAndOldImages, Sdk.StreamViewType.NEW_AND_OLD_IMAGES),
        (Tables.StreamViewType.KeysOnly, Sdk.StreamViewType.KEYS_ONLY));

    public static readonly EnumCodec<SseType, Sdk.SSEType> SseType = new((Tables.SseType.Aes256, Sdk.SSEType.AES256), (Tables.SseType.Kms, Sdk.SSEType.KMS));

    public static readonly EnumCodec<SseStatus, Sdk.SSEStatus> SseStatus = new(
        (Tables.SseStatus.Enabling, Sdk.SSEStatus.ENABLING),
        (Tables.SseStatus.Enabled, Sdk.SSEStatus.ENABLED),
        (Tables.SseStatus.Disabling, Sdk.SSEStatus.DISABLING),
        (Tables.SseStatus.Disabled, Sdk.SSEStatus.DISABLED),
        (Tables.SseStatus.Updating, Sdk.SSEStatus.UPDATING));

    public static readonly EnumCodec<TimeToLiveStatus, Sdk.TimeToLiveStatus> TimeToLiveStatus = new(
        (Tables.TimeToLiveStatus.Enabling, Sdk.TimeToLiveStatus.ENABLING),
        (Tables.TimeToLiveStatus.Disabling, Sdk.TimeToLiveStatus.DISABLING),
        (Tables.TimeToLiveStatus.Enabled, Sdk.TimeToLiveStatus.ENABLED),
        (Tables.TimeToLiveStatus.Disabled, Sdk.TimeToLiveStatus.DISABLED));

    public static readonly EnumCodec<ComparisonOperator, Sdk.ComparisonOperator> ComparisonOperator = new(
        (EFCore.Dynamo.Operations.ComparisonOperator.In, Sdk.ComparisonOperator.IN),
        (EFCore.Dynamo.Operations.ComparisonOperator.Null, Sdk.ComparisonOperator.NULL),
        (EFCore.Dynamo.Operations.ComparisonOperator.Between, Sdk.ComparisonOperator.BETWEEN),
        (EFCore.Dynamo.Operations.ComparisonOperator.LessThan, Sdk.ComparisonOperator.LT),
        (EFCore.Dynamo.Operations.ComparisonOperator.NotContains, Sdk.ComparisonOperator.NOT_CONTAINS),
        (EFCore.Dynamo.Operations.ComparisonOperator.Equal, Sdk.ComparisonOperator.EQ),
        (EFCore.Dynamo.Operations.ComparisonOperator.GreaterThan, Sdk.ComparisonOperator.GT),
        (EFCore.Dynamo.Operations.ComparisonOperator.NotNull, Sdk.ComparisonOperator.NOT_NULL),
        (EFCore.Dynamo.Operations.ComparisonOperator.NotEqual, Sdk.ComparisonOperator.NE),
        (EFCore.Dynamo.Operations.ComparisonOperator.LessThanOrEqual, Sdk.ComparisonOperator.LE),
        (EFCore.Dynamo.Operations.ComparisonOperator.BeginsWith, Sdk.ComparisonOperator.BEGINS_WITH),
        (EFCore.Dynamo.Operations.ComparisonOperator.GreaterThanOrEqual, Sdk.ComparisonOperator.GE),
        (EFCore.Dynamo.Operations.ComparisonOperator.Contains, Sdk.ComparisonOperator.CONTAINS));

    public static readonly EnumCodec<ConditionalOperator, Sdk.ConditionalOperator> ConditionalOperator = new(
        (EFCore.Dynamo.Operations.ConditionalOperator.Or, Sdk.ConditionalOperator.OR), (EFCore.Dynamo.Operations.ConditionalOperator.And, Sdk.ConditionalOperator.AND));

    public static readonly EnumCodec<AttributeAction, Sdk.AttributeAction> AttributeAction = new(
        (EFCore.Dynamo.Operations.AttributeAction.Add, Sdk.AttributeAction.ADD), (EFCore.Dynamo.Operations.AttributeAction.Delete, Sdk.AttributeAction.DELETE), (EFCore.Dynamo.Operations.AttributeAction.Put, Sdk.AttributeAction.PUT));
}
