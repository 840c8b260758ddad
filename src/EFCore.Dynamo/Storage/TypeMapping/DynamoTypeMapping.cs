using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Storage.Codecs.Conversions;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EFCore.Dynamo.Storage.TypeMapping;

/// <summary>EF's type mapping with the codec that moves values between entities and packed items.</summary>
/// <remarks>
///     <see cref="Codec" /> speaks the property's own (non-nullable) CLR type: a value converter is part of it. Query and update code compiles delegates
///     over it and never needs <see cref="CoreTypeMapping.Converter" />.
/// </remarks>
public sealed class DynamoTypeMapping : CoreTypeMapping
{
    private readonly AttributeValueCodec _storeCodec;

    /// <summary>Creates a mapping of a CLR type.</summary>
    /// <param name="codec">How values are written and read; its CLR type is the mapping's.</param>
    /// <param name="comparer">How change tracking compares and copies values; null for EF's default.</param>
    /// <param name="elementMapping">The mapping of the elements of a primitive collection.</param>
    /// <param name="jsonValueReaderWriter">EF asks for it where a collection of such values is a primitive collection.</param>
    public DynamoTypeMapping(
        AttributeValueCodec codec,
        ValueComparer? comparer = null,
        CoreTypeMapping? elementMapping = null,
        JsonValueReaderWriter? jsonValueReaderWriter = null)
        : this(
            new CoreTypeMappingParameters(
                (codec ?? throw new ArgumentNullException(nameof(codec))).ClrType,
                comparer: comparer,
                elementMapping: elementMapping,
                jsonValueReaderWriter: jsonValueReaderWriter),
            codec)
    {
    }

    private DynamoTypeMapping(CoreTypeMappingParameters parameters, AttributeValueCodec storeCodec)
        : base(parameters.Converter is { } nullable ? parameters with { Converter = ConverterWithoutNull.Create(nullable) } : parameters)
    {
        _storeCodec = storeCodec;
        Codec = parameters.Converter is { } converter ? ConvertedCodec.Create(ConverterWithoutNull.GetOriginal(converter), storeCodec) : storeCodec;
    }

    /// <summary>Writes and reads <see cref="CoreTypeMapping.ClrType" />.</summary>
    public AttributeValueCodec Codec { get; }

    /// <summary>The attribute type of the written values.</summary>
    public AttributeType AttributeType => Codec.AttributeType;

    /// <summary>The mapping of what a value converter makes of the values: they are stored alike.</summary>
    internal DynamoTypeMapping WithoutConverter() => new(_storeCodec);

    /// <summary>The mapping for an attribute that is a key, where equal values must be written alike.</summary>
    internal DynamoTypeMapping ForKeys()
        => _storeCodec.ForKeys == _storeCodec ? this : new DynamoTypeMapping(Parameters, _storeCodec.ForKeys);

    /// <inheritdoc />
    public override CoreTypeMapping WithComposedConverter(
        ValueConverter? converter,
        ValueComparer? comparer = null,
        ValueComparer? keyComparer = null,
        CoreTypeMapping? elementMapping = null,
        JsonValueReaderWriter? jsonValueReaderWriter = null)
        => new DynamoTypeMapping(
            Parameters.WithComposedConverter(converter, comparer, keyComparer, elementMapping, jsonValueReaderWriter),
            _storeCodec);

    /// <inheritdoc />
    protected override CoreTypeMapping Clone(CoreTypeMappingParameters parameters) => new DynamoTypeMapping(parameters, _storeCodec);
}
