using System.Collections;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using EFCore.Dynamo.Storage.Codecs;

namespace EFCore.Dynamo.Storage.TypeMapping;

/// <summary>Writes a complex value, or a collection of them, that no entity is tracked around.</summary>
internal sealed class StructuralValueCodec : AttributeValueCodec
{
    private readonly IComplexType _type;
    private readonly bool _isCollection;

    private StructuralValueCodec(IComplexType type, bool isCollection, Type clrType)
    {
        _type = type;
        _isCollection = isCollection;
        ClrType = clrType;
    }

    /// <inheritdoc />
    public override Type ClrType { get; }

    /// <inheritdoc />
    public override AttributeType AttributeType => _isCollection ? AttributeType.List : AttributeType.Map;

    /// <inheritdoc />
    public override bool IsOrderPreserving => false;

    /// <inheritdoc />
    internal override object BoxedEquality => EqualityComparer<object>.Default;

    /// <summary>The codec of a complex property's values.</summary>
    public static StructuralValueCodec Create(IComplexProperty property)
        => new(property.ComplexType, property.IsCollection, property.ClrType);

    /// <inheritdoc />
    public override void WriteBoxed(ItemBuilder builder, object value)
    {
        if (!_isCollection)
        {
            WriteMap(builder, _type, value);
            return;
        }

        builder.BeginList();
        foreach (var element in (IEnumerable)value)
        {
            if (element is null)
            {
                builder.WriteNull();
            }
            else
            {
                WriteMap(builder, _type, element);
            }
        }

        builder.EndList();
    }

    /// <summary>Not used: complex values are materialized from their maps.</summary>
    public override object ReadBoxed(AttributeValueSpan value) => throw new System.Diagnostics.UnreachableException();

    private static void WriteMap(ItemBuilder builder, IComplexType type, object value)
    {
        builder.BeginMap();
        foreach (var property in type.GetProperties().Where(property => property.IsStored()))
        {
            Write(
                builder,
                property,
                ((DynamoTypeMapping)property.GetTypeMapping()).Codec,
                property.IsShadowProperty() ? type.GetDiscriminatorValue() : property.GetGetter().GetClrValue(value));
        }

        foreach (var property in type.GetComplexProperties())
        {
            Write(builder, property, Create(property), property.GetGetter().GetClrValue(value));
        }

        builder.EndMap();
    }

    private static void Write(ItemBuilder builder, IPropertyBase property, AttributeValueCodec codec, object? value)
    {
        if (!codec.IsAbsentBoxed(value))
        {
            builder.WriteName(property.GetAttributeName());
            codec.WriteBoxed(builder, value!); // IsAbsentBoxed is true for null
        }
    }
}
