using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Operations;

/// <summary>Values that compare as a whole: the attributes of a key.</summary>
internal readonly struct ValueSequence(AttributeValue[] values) : IEquatable<ValueSequence>
{
    private AttributeValue[] Values => values;

    public bool Equals(ValueSequence other) => values.AsSpan().SequenceEqual(other.Values);

    public override bool Equals(object? obj) => obj is ValueSequence other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in values)
            hash.Add(value);
        return hash.ToHashCode();
    }
}
