using EFCore.Dynamo.Storage;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.ChangeTracking.Materialization;

/// <summary>Reads a property of a reference type, or of a value type that is not nullable.</summary>
internal sealed class PropertyReader<T>(IProperty property, AttributeValueCodec<T> codec) : PropertyReader(property)
{
    /// <summary>The value, unboxed.</summary>
    public T? Read(Item item) => TryFind(item, out var value) ? codec.Read(value) : codec.ReadAbsent();

    /// <inheritdoc />
    public override object? ReadBoxed(Item item) => TryFind(item, out var value) ? codec.Read(value) : null;
}
