using System.Linq.Expressions;

namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>A member of a sample, or of what is nested in it.</summary>
/// <param name="Path">As in C#: <c>Detail.Rank</c>.</param>
/// <param name="Type">The member's type.</param>
internal sealed record Operand(string Path, Type Type)
{
    /// <summary>The type without null.</summary>
    public Type ValueType => Nullable.GetUnderlyingType(Type) ?? Type;

    public bool IsNullableValue => Nullable.GetUnderlyingType(Type) is not null;

    public static Operand Of(string path)
        => new(path, path.Split('.').Aggregate(typeof(Sample), (type, name) => type.GetProperty(name)!.PropertyType));

    /// <summary>A value as it is compared for equality: what the member's converter stores of it.</summary>
    public object? Store(object? value)
        => (Path, value) switch
        {
            (nameof(Sample.Utc), DateTime time) => time.ToUniversalTime(),
            (nameof(Sample.Lower), string text) => text.ToLowerInvariant(),
            _ => value,
        };

    public Expression Build(Expression sample)
        => Path.Split('.').Aggregate(sample, Expression.Property);

    /// <summary>The value to a condition: null where the attribute is missing, unless the member is a collection, which is empty then.</summary>
    public object? Read(SampleRow row)
    {
        object? value = row.Sample;
        foreach (var name in Path.Split('.'))
        {
            value = value?.GetType().GetProperty(name)!.GetValue(value);
        }

        return Type.IsValueType && row.Missing.Contains(Path) ? null : value;
    }
}
