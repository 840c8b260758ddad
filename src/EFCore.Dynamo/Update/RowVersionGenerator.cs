using System.Buffers.Binary;
using System.Globalization;
using EFCore.Dynamo.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Update;

/// <summary>Gives a concurrency token with <c>IsRowVersion()</c> or <c>[Timestamp]</c> its next value.</summary>
/// <remarks>DynamoDB generates no values, so the provider does: numbers count up, byte arrays are such a number in eight bytes, a Guid is a new one.</remarks>
internal sealed class RowVersionGenerator
{
    private readonly IProperty _property;
    private readonly Func<object?, object> _next;

    private RowVersionGenerator(IProperty property)
    {
        _property = property;
        _next = GetNext(property);
    }

    /// <summary>The generators of an entity type's tokens.</summary>
    /// <exception cref="InvalidOperationException">A token's type is not one that can be counted up.</exception>
    public static IReadOnlyList<RowVersionGenerator> CreateAll(IEntityType entityType)
        => [.. entityType.GetProperties().Where(IsRowVersion).Select(static property => new RowVersionGenerator(property))];

    /// <summary>Whether the provider generates the property's values.</summary>
    public static bool IsRowVersion(IReadOnlyProperty property)
        => property.IsConcurrencyToken && property.ValueGenerated is ValueGenerated.OnUpdate or ValueGenerated.OnAddOrUpdate;

    /// <summary>Sets the value that the item will have; EF takes it back when the save fails.</summary>
    public void Generate(InternalEntityEntry entry)
    {
        var previous = entry.EntityState == EntityState.Added ? null : entry.GetOriginalValue(_property);
        entry.SetStoreGeneratedValue(_property, _next(previous));
    }

    private static Func<object?, object> GetNext(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(Guid))
        {
            return static _ => Guid.NewGuid();
        }

        if (type == typeof(byte[]))
        {
            return static previous => NextBytes((byte[]?)previous);
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 when !type.IsEnum
                => previous => Convert.ChangeType(checked(Convert.ToInt64(previous, CultureInfo.InvariantCulture) + 1), type, CultureInfo.InvariantCulture),
            TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64 when !type.IsEnum
                => previous => Convert.ChangeType(checked(Convert.ToUInt64(previous, CultureInfo.InvariantCulture) + 1), type, CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException(
                UpdateStrings.RowVersionType(property.DeclaringType.DisplayName(), property.Name, type.Name)),
        };
    }

    private static byte[] NextBytes(byte[]? previous)
    {
        var next = new byte[sizeof(ulong)];
        var value = previous is { Length: sizeof(ulong) } ? BinaryPrimitives.ReadUInt64BigEndian(previous) : 0;
        BinaryPrimitives.WriteUInt64BigEndian(next, checked(value + 1));
        return next;
    }
}
