namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>Tells values apart that .NET calls equal but a value converter may store differently: times of another kind or offset.</summary>
internal sealed class ExactValueComparer : IEqualityComparer<object>
{
    public static readonly ExactValueComparer Instance = new();

    public new bool Equals(object? x, object? y)
        => (x, y) switch
        {
            (DateTime a, DateTime b) => a == b && a.Kind == b.Kind,
            (DateTimeOffset a, DateTimeOffset b) => a.EqualsExact(b),
            _ => object.Equals(x, y),
        };

    public int GetHashCode(object obj) => obj.GetHashCode();
}
