using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage;

/// <summary>A time of expiry as N: whole seconds since 1970, UTC, as time to live reads it. A fraction of a second is cut off.</summary>
/// <remarks>A local time is converted; an unspecified one counts as UTC. It comes back in UTC.</remarks>
internal sealed class EpochSecondsDateTimeCodec : AttributeValueCodec<DateTime>
{
    public static readonly EpochSecondsDateTimeCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.Number;

    // To DynamoDB such a value has whole seconds; values that it is compared with are cut off alike.
    public override bool IsOrderPreserving => true;

    public override void Write(ItemBuilder builder, DateTime value)
        => builder.WriteNumber(
            new DateTimeOffset(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc)).ToUnixTimeSeconds());

    public override DateTime Read(AttributeValueSpan value) => DateTimeOffset.FromUnixTimeSeconds(value.GetInt64()).UtcDateTime;
}
