using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage;

/// <summary>A time of expiry as N: whole seconds since 1970, UTC, as time to live reads it. A fraction of a second is cut off.</summary>
internal sealed class EpochSecondsDateTimeOffsetCodec : AttributeValueCodec<DateTimeOffset>
{
    public static readonly EpochSecondsDateTimeOffsetCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.Number;

    // To DynamoDB such a value has whole seconds; values that it is compared with are cut off alike.
    public override bool IsOrderPreserving => true;

    public override void Write(ItemBuilder builder, DateTimeOffset value) => builder.WriteNumber(value.ToUnixTimeSeconds());

    public override DateTimeOffset Read(AttributeValueSpan value) => DateTimeOffset.FromUnixTimeSeconds(value.GetInt64());
}
