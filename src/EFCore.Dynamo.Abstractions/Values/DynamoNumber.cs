namespace EFCore.Dynamo.Values;

/// <summary>A DynamoDB number: up to 38 significant digits, magnitude 1E-130 to 9.99…E+125, or zero. Compared by value.</summary>
public readonly struct DynamoNumber : IEquatable<DynamoNumber>, IComparable<DynamoNumber>
{
    /// <summary>The longest that <see cref="WriteTo" /> writes.</summary>
    public const int MaxEncodedBytes = 22;

    public static DynamoNumber Zero => default;

    public static DynamoNumber FromInt64(long value) => throw new System.Diagnostics.UnreachableException();
    public static DynamoNumber FromUInt64(ulong value) => throw new System.Diagnostics.UnreachableException();
    public static DynamoNumber FromDecimal(decimal value) => throw new System.Diagnostics.UnreachableException();
    /// <summary>Shortest text that round-trips; NaN and infinities throw.</summary>
    public static DynamoNumber FromDouble(double value) => throw new System.Diagnostics.UnreachableException();
    public static DynamoNumber Parse(ReadOnlySpan<byte> utf8Text) => throw new System.Diagnostics.UnreachableException();
    public static DynamoNumber Parse(string text) => throw new System.Diagnostics.UnreachableException();
    /// <summary>Reads what <see cref="WriteTo" /> wrote.</summary>
    public static DynamoNumber Read(ReadOnlySpan<byte> encoded) => throw new System.Diagnostics.UnreachableException();
    /// <summary>Order-preserving, self-delimiting, canonical bytes.</summary>
    public int WriteTo(Span<byte> destination) => throw new System.Diagnostics.UnreachableException();
    public long ToInt64() => throw new System.Diagnostics.UnreachableException();      // OverflowException where it does not fit or has a fraction
    public decimal ToDecimal() => throw new System.Diagnostics.UnreachableException(); // OverflowException where it does not fit exactly
    public double ToDouble() => throw new System.Diagnostics.UnreachableException();
    public bool TryToInt64(out long value) => throw new System.Diagnostics.UnreachableException();
    public bool TryToDecimal(out decimal value) => throw new System.Diagnostics.UnreachableException();
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten) => throw new System.Diagnostics.UnreachableException();
    public override string ToString() => throw new System.Diagnostics.UnreachableException();
    public static DynamoNumber operator +(DynamoNumber left, DynamoNumber right) => throw new System.Diagnostics.UnreachableException();
    public static DynamoNumber operator -(DynamoNumber left, DynamoNumber right) => throw new System.Diagnostics.UnreachableException();
    public static DynamoNumber operator -(DynamoNumber value) => throw new System.Diagnostics.UnreachableException();
    public int CompareTo(DynamoNumber other) => throw new System.Diagnostics.UnreachableException();
    public bool Equals(DynamoNumber other) => throw new System.Diagnostics.UnreachableException();
    public override bool Equals(object? obj) => obj is DynamoNumber other && Equals(other);
    public override int GetHashCode() => throw new System.Diagnostics.UnreachableException();
}
