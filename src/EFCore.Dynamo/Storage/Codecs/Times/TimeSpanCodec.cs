using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Storage.Codecs.Times;

/// <summary>Durations as N: seconds, with up to seven decimals, so that they are exact, sortable and readable.</summary>
internal sealed class TimeSpanCodec : AttributeValueCodec<TimeSpan>
{
    public static readonly TimeSpanCodec Instance = new();

    public override AttributeType AttributeType => AttributeType.Number;

    public override bool IsOrderPreserving => true;

    public override void Write(ItemBuilder builder, TimeSpan value)
        => builder.WriteNumber(DynamoNumber.FromDecimal(value.Ticks / (decimal)TimeSpan.TicksPerSecond));

    public override TimeSpan Read(AttributeValueSpan value)
    {
        var ticks = value.GetNumber().ToDecimal() * TimeSpan.TicksPerSecond;
        return decimal.IsInteger(ticks)
            ? new TimeSpan(decimal.ToInt64(ticks))
            : throw new OverflowException($"The {value.GetNumber()} seconds have parts of a tick (100 ns).");
    }
}
