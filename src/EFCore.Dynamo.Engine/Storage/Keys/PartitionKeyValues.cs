using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Storage.Keys;

/// <summary>The values of one partition key, in the order of the key schema: one, or up to four for a global secondary index.</summary>
internal readonly ref struct PartitionKeyValues
{
    private readonly AttributeValueSpan _first, _second, _third, _fourth;

    public PartitionKeyValues(AttributeValueSpan value)
    {
        _first = value;
        Count = 1;
    }

    public PartitionKeyValues(
        AttributeValueSpan first, AttributeValueSpan second, AttributeValueSpan third = default, AttributeValueSpan fourth = default, int count = 2)
    {
        _first = first;
        _second = second;
        _third = third;
        _fourth = fourth;
        Count = count;
    }

    public int Count { get; }

    public AttributeValueSpan this[int index]
        => index switch { 0 => _first, 1 => _second, 2 => _third, 3 => _fourth, _ => throw new ArgumentOutOfRangeException(nameof(index)) };
}
