using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using EFCore.Dynamo.Metadata;
using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Storage.Codecs.Collections;
using EFCore.Dynamo.Storage.Codecs.Times;
using EFCore.Dynamo.Storage.Comparers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Storage.TypeMapping;

/// <summary>
///     Says which CLR types DynamoDB can hold, and how. What it does not know, EF's own converters (enums, <see cref="Uri" />…) or the user's bring to a type
///     it does.
/// </summary>
internal sealed class DynamoTypeMappingSource(TypeMappingSourceDependencies dependencies) : TypeMappingSource(dependencies)
{
    private static readonly FrozenDictionary<Type, AttributeValueCodec> ScalarCodecs = new AttributeValueCodec[]
    {
        StringCodec.Instance,
        BooleanCodec.Instance,
        IntegerCodec<byte>.Instance,
        IntegerCodec<sbyte>.Instance,
        IntegerCodec<short>.Instance,
        IntegerCodec<ushort>.Instance,
        IntegerCodec<int>.Instance,
        IntegerCodec<uint>.Instance,
        IntegerCodec<long>.Instance,
        UInt64Codec.Instance,
        DecimalCodec.Instance,
        DoubleCodec.Instance,
        SingleCodec.Instance,
        BinaryCodec.Instance,
        GuidCodec.Instance,
        CharCodec.Instance,
        DateTimeCodec.Instance,
        DateTimeOffsetCodec.Instance,
        DateOnlyCodec.Instance,
        TimeOnlyCodec.Instance,
        TimeSpanCodec.Instance,
    }.ToFrozenDictionary(codec => codec.ClrType);

    /// <inheritdoc />
    public override CoreTypeMapping? FindMapping(IProperty property)
        => FindTimeToLiveCodec(property) is { } codec
            ? new DynamoTypeMapping(codec, jsonValueReaderWriter: Dependencies.JsonValueReaderWriterSource.FindReaderWriter(codec.ClrType))
            : base.FindMapping(property) is DynamoTypeMapping mapping ? (property.IsBareKey() ? mapping.ForKeys() : mapping)
            : null;

    /// <inheritdoc />
    protected override CoreTypeMapping? FindMapping(in TypeMappingInfo mappingInfo)
    {
        if (mappingInfo.ClrType is not { } clrType)
        {
            return null;
        }

        // Plugins come first, so that an application can map a type in its own way.
        return base.FindMapping(mappingInfo)
            ?? FindScalarMapping(clrType, mappingInfo.ElementTypeMapping)
            ?? FindDictionaryMapping(clrType)
            ?? FindSetMapping(clrType, mappingInfo.ElementTypeMapping)
            ?? FindListMapping(mappingInfo, clrType)
            ?? FindOtherListMapping(clrType, mappingInfo.ElementTypeMapping);
    }

    /// <inheritdoc />
    /// <remarks>EF would make a JSON text of collections for which there is no mapping. DynamoDB has lists; what cannot be one is refused by name.</remarks>
    protected override CoreTypeMapping? FindCollectionMapping(TypeMappingInfo info, Type modelType, Type? providerType, CoreTypeMapping? elementMapping)
        => null;

    // An expiry of a type that cannot be one keeps its usual mapping, and the validator says so.
    private static AttributeValueCodec? FindTimeToLiveCodec(IProperty property)
    {
        if (property.DeclaringType is not IReadOnlyEntityType entityType
            || entityType.GetTimeToLiveProperty() is not { } timeToLive
            || timeToLive != property
            || property.GetValueConverter() is not null)
        {
            return null;
        }

        var clrType = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return clrType == typeof(DateTime) ? EpochSecondsDateTimeCodec.Instance
            : clrType == typeof(DateTimeOffset) ? EpochSecondsDateTimeOffsetCodec.Instance
            : null;
    }

    private DynamoTypeMapping? FindScalarMapping(Type clrType, CoreTypeMapping? elementMapping)
        => elementMapping is null && ScalarCodecs.TryGetValue(clrType, out var codec)
            ? new DynamoTypeMapping(
                codec,
                clrType == typeof(byte[]) ? new BinaryComparer() : null,
                jsonValueReaderWriter: Dependencies.JsonValueReaderWriterSource.FindReaderWriter(clrType))
            : null;

    private DynamoTypeMapping? FindDictionaryMapping(Type clrType)
    {
        if (clrType is not { IsGenericType: true }
            || clrType.GetGenericTypeDefinition() is var definition
                && definition != typeof(Dictionary<,>)
                && definition != typeof(IDictionary<,>)
                && definition != typeof(IReadOnlyDictionary<,>)
            || clrType.GenericTypeArguments is not [var keyType, var valueType]
            || keyType != typeof(string)
            || FindMapping(valueType) is not DynamoTypeMapping valueMapping
            || CreateElementCodec(valueMapping, valueType) is not { } valueCodec)
        {
            return null;
        }

        return new DynamoTypeMapping(
            Create<AttributeValueCodec>(typeof(DictionaryCodec<,>), [clrType, valueType], valueCodec),
            Create<ValueComparer>(typeof(DictionaryComparer<,>), [clrType, valueType], valueMapping.Comparer));
    }

    // Without an element mapping: it would make the set a "primitive collection" to EF, whose materializer takes those for lists.
    private DynamoTypeMapping? FindSetMapping(Type clrType, CoreTypeMapping? elementMapping)
    {
        if (FindSetElementType(clrType) is not { } elementType
            || !SetFactory.CanCreate(clrType, elementType)
            || (elementMapping ?? FindMapping(elementType)) is not DynamoTypeMapping mapping
            || mapping.Codec.ClrType != elementType
            || mapping.AttributeType is not (Values.AttributeType.String or Values.AttributeType.Number or Values.AttributeType.Binary))
        {
            return null;
        }

        return new DynamoTypeMapping(
            Create<AttributeValueCodec>(typeof(SetCodec<,>), [clrType, elementType], mapping.Codec),
            Create<ValueComparer>(typeof(SetComparer<,>), [clrType, elementType]));
    }

    private DynamoTypeMapping? FindListMapping(in TypeMappingInfo mappingInfo, Type clrType)
    {
        var elementMapping = mappingInfo.ElementTypeMapping;
        if (FindElementType(clrType) is not { } elementType
            || !IsListToEntityFramework(clrType, elementType)
            || !CollectionFactory.CanCreate(clrType, elementType)
            || !TryFindJsonCollectionMapping(mappingInfo, clrType, providerClrType: null, ref elementMapping, out var comparer, out var readerWriter)
            || elementMapping is not DynamoTypeMapping mapping
            || CreateElementCodec(mapping, elementType) is not { } elementCodec)
        {
            return null;
        }

        return new DynamoTypeMapping(
            Create<AttributeValueCodec>(typeof(ListCodec<,>), [clrType, elementType], elementCodec),
            comparer?.ComposeConversion(clrType), // EF compares lists of values as IEnumerable<T>, and asks for a comparer of the property's type
            mapping,
            readerWriter);
    }

    // Lists of sets and dictionaries, for which EF has no comparers, and collections that EF knows none of. Without an element mapping, as for sets.
    private DynamoTypeMapping? FindOtherListMapping(Type clrType, CoreTypeMapping? elementMapping)
        => FindElementType(clrType) is { } elementType
            && CollectionFactory.CanCreate(clrType, elementType)
            && (elementMapping ?? FindMapping(elementType)) is DynamoTypeMapping mapping
            && CreateElementCodec(mapping, elementType) is { } elementCodec
                ? new DynamoTypeMapping(
                    Create<AttributeValueCodec>(typeof(ListCodec<,>), [clrType, elementType], elementCodec),
                    Create<ValueComparer>(typeof(ListComparer<,>), [clrType, elementType], mapping.Comparer))
                : null;

    // What EF's materializer and comparers take for a primitive collection.
    private static bool IsListToEntityFramework(Type clrType, Type elementType)
        => clrType.IsArray
            || clrType.IsAssignableFrom(typeof(List<>).MakeGenericType(elementType))
            || (clrType.IsGenericType && clrType.GetGenericTypeDefinition() == typeof(ReadOnlyCollection<>))
            || (clrType.IsAssignableTo(typeof(IList<>).MakeGenericType(elementType)) && clrType.GetConstructor(Type.EmptyTypes) is not null);

    private static AttributeValueCodec? CreateElementCodec(DynamoTypeMapping mapping, Type elementType)
        => mapping.Codec.ClrType == elementType ? mapping.Codec
            : Nullable.GetUnderlyingType(elementType) is { } underlying && mapping.Codec.ClrType == underlying
                ? Create<AttributeValueCodec>(typeof(NullableElementCodec<>), [underlying], mapping.Codec)
                : null;

    private static Type? FindSetElementType(Type clrType)
        => clrType == typeof(string) || clrType.IsArray ? null : FindImplementation(clrType, typeof(ISet<>))
            ?? FindImplementation(clrType, typeof(IReadOnlySet<>))
            ?? FindImplementation(clrType, typeof(IImmutableSet<>));

    private static Type? FindElementType(Type clrType)
        => clrType == typeof(string) ? null
            : clrType.IsArray ? clrType.GetElementType()
            : FindImplementation(clrType, typeof(IEnumerable<>));

    private static Type? FindImplementation(Type clrType, Type definition)
        => clrType.GetInterfaces().Prepend(clrType)
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == definition)?
            .GenericTypeArguments[0];

    private static TResult Create<TResult>(Type definition, Type[] typeArguments, params object[] arguments)
        => (TResult)Activator.CreateInstance(definition.MakeGenericType(typeArguments), arguments)!; // null only for Nullable<T>
}
