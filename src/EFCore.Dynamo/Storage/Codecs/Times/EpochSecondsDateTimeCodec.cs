using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs.Times;

/// <summary>A time of expiry as N: whole seconds since 1970, UTC, as time to live reads it. A fraction of a second is cut off.</summary>
/// <remarks>A local time is converted; an unspecified one counts as UTC. It comes back in UTC, and is compared by ticks, as C# compares it.</remarks>
internal sealed class EpochSecondsDateTimeCodec : AttributeValueCodec<DateTime>
{
    public static readonly EpochSecondsDateTimeCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.Number;

    public override bool IsOrderPreserving => true;

    // The attribute has whole seconds, the values that it is compared with may have fractions.
    internal override bool HasBounds => true;

    internal override bool CanEqualBoxed(object value) => EpochSeconds.IsWhole(((DateTime)value).Ticks);

    internal override void WriteComparandBoxed(ItemBuilder builder, object value, Comparand comparand)
        => EpochSeconds.WriteComparand(builder, ((DateTime)value).Ticks, comparand);

    public override void Write(ItemBuilder builder, DateTime value)
        => builder.WriteNumber(
            new DateTimeOffset(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc)).ToUnixTimeSeconds());

    public override DateTime Read(AttributeValueSpan value) => DateTimeOffset.FromUnixTimeSeconds(value.GetInt64()).UtcDateTime;
}
