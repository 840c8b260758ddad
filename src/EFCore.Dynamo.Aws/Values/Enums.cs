using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using EFCore.Dynamo.Wire;
using Sdk = Amazon.DynamoDBv2;

namespace EFCore.Dynamo.Aws.Values;

/// <summary>The enumerations that the SDK has constants for.</summary>
internal static class Enums
{
    public static readonly EnumCodec<KeyType, Sdk.KeyType> KeyType = new(WireEnums.KeyType, Sdk.KeyType.FindValue);
    public static readonly EnumCodec<AttributeType, Sdk.ScalarAttributeType> ScalarAttributeType = new(
        AttributeTypeNames.OfKeys, Sdk.ScalarAttributeType.FindValue);
    public static readonly EnumCodec<ProjectionType, Sdk.ProjectionType> ProjectionType = new(WireEnums.ProjectionType, Sdk.ProjectionType.FindValue);
    public static readonly EnumCodec<BillingMode, Sdk.BillingMode> BillingMode = new(WireEnums.BillingMode, Sdk.BillingMode.FindValue);
    public static readonly EnumCodec<TableStatus, Sdk.TableStatus> TableStatus = new(WireEnums.TableStatus, Sdk.TableStatus.FindValue);
    public static readonly EnumCodec<IndexStatus, Sdk.IndexStatus> IndexStatus = new(WireEnums.IndexStatus, Sdk.IndexStatus.FindValue);
    public static readonly EnumCodec<ReturnValues, Sdk.ReturnValue> ReturnValues = new(WireEnums.ReturnValues, Sdk.ReturnValue.FindValue);
    public static readonly EnumCodec<ReturnConsumedCapacity, Sdk.ReturnConsumedCapacity> ReturnConsumedCapacity = new(
        WireEnums.ReturnConsumedCapacity, Sdk.ReturnConsumedCapacity.FindValue);
    public static readonly EnumCodec<ReturnItemCollectionMetrics, Sdk.ReturnItemCollectionMetrics> ReturnItemCollectionMetrics = new(
        WireEnums.ReturnItemCollectionMetrics, Sdk.ReturnItemCollectionMetrics.FindValue);
    public static readonly EnumCodec<ReturnValuesOnConditionCheckFailure, Sdk.ReturnValuesOnConditionCheckFailure> ReturnValuesOnConditionCheckFailure = new(
        WireEnums.ReturnValuesOnConditionCheckFailure, Sdk.ReturnValuesOnConditionCheckFailure.FindValue);
    public static readonly EnumCodec<Select, Sdk.Select> Select = new(WireEnums.Select, Sdk.Select.FindValue);
    public static readonly EnumCodec<TableClass, Sdk.TableClass> TableClass = new(WireEnums.TableClass, Sdk.TableClass.FindValue);
    public static readonly EnumCodec<StreamViewType, Sdk.StreamViewType> StreamViewType = new(WireEnums.StreamViewType, Sdk.StreamViewType.FindValue);
    public static readonly EnumCodec<SseType, Sdk.SSEType> SseType = new(WireEnums.SseType, Sdk.SSEType.FindValue);
    public static readonly EnumCodec<SseStatus, Sdk.SSEStatus> SseStatus = new(WireEnums.SseStatus, Sdk.SSEStatus.FindValue);
    public static readonly EnumCodec<TimeToLiveStatus, Sdk.TimeToLiveStatus> TimeToLiveStatus = new(WireEnums.TimeToLiveStatus, Sdk.TimeToLiveStatus.FindValue);
    public static readonly EnumCodec<ComparisonOperator, Sdk.ComparisonOperator> ComparisonOperator = new(
        WireEnums.ComparisonOperator, Sdk.ComparisonOperator.FindValue);
    public static readonly EnumCodec<ConditionalOperator, Sdk.ConditionalOperator> ConditionalOperator = new(
        WireEnums.ConditionalOperator, Sdk.ConditionalOperator.FindValue);
    public static readonly EnumCodec<AttributeAction, Sdk.AttributeAction> AttributeAction = new(WireEnums.AttributeAction, Sdk.AttributeAction.FindValue);
}
