using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs.Times;

/// <summary>A time of expiry as N: whole seconds since 1970, UTC, as time to live reads it. A fraction of a second is cut off.</summary>
internal sealed class EpochSecondsDateTimeOffsetCodec : AttributeValueCodec<DateTimeOffset>
{
    public static readonly EpochSecondsDateTimeOffsetCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.Number;

    public override bool IsOrderPreserving => true;

    // The attribute has whole seconds, the values that it is compared with may have fractions.
    internal override bool HasBounds => true;

    internal override bool CanEqualBoxed(object value) => EpochSeconds.IsWhole(((DateTimeOffset)value).UtcTicks);

    internal override void WriteComparandBoxed(ItemBuilder builder, object value, Comparand comparand)
        => EpochSeconds.WriteComparand(builder, ((DateTimeOffset)value).UtcTicks, comparand);

    public override void Write(ItemBuilder builder, DateTimeOffset value) => builder.WriteNumber(value.ToUnixTimeSeconds());

    public override DateTimeOffset Read(AttributeValueSpan value) => DateTimeOffset.FromUnixTimeSeconds(value.GetInt64());
}
