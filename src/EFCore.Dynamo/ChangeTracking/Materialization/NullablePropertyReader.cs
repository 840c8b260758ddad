using EFCore.Dynamo.Storage;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.ChangeTracking.Materialization;

/// <summary>Reads a property of a nullable value type.</summary>
internal sealed class NullablePropertyReader<T>(IProperty property, AttributeValueCodec<T> codec) : PropertyReader(property)
    where T : struct
{
    /// <summary>The value, unboxed.</summary>
    public T? Read(Item item) => TryFind(item, out var value) ? codec.Read(value) : null;

    /// <inheritdoc />
    public override object? ReadBoxed(Item item) => Read(item);
}
