using System.Diagnostics;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EFCore.Dynamo.Storage.Codecs.Conversions;

/// <summary>A value converter in front of another codec.</summary>
/// <remarks>The converter may be over nullable forms of both types, and may make null of a value that is none: to DynamoDB an absent attribute.</remarks>
/// <typeparam name="TModel">The converter's model type without its null.</typeparam>
/// <typeparam name="TStore">The type of the store codec: the converter's provider type without its null.</typeparam>
internal sealed class ConvertedCodec<TModel, TStore> : AttributeValueCodec<TModel>
{
    private readonly ValueConverter _converter;
    private readonly AttributeValueCodec<TStore> _store;
    private readonly bool _isNeverAbsent;

    // Compiled when first needed: EF asks for many mappings that no value ever passes. Threads that compile at once get equal delegates.
    private NullableConversion<TModel, TStore>? _toStore;
    private NullableConversion<TStore, TModel>? _fromStore;

    public ConvertedCodec(ValueConverter converter, AttributeValueCodec<TStore> store)
    {
        _converter = converter;
        _store = store;
        _isNeverAbsent = converter.ProviderClrType == typeof(TStore) && typeof(TStore).IsValueType;

        // A converter may reverse any order; the numbers of an enum are the one case known to keep it.
        IsOrderPreserving = store.IsOrderPreserving
            && typeof(TModel).IsEnum
            && converter.GetType().IsGenericType
            && converter.GetType().GetGenericTypeDefinition() == typeof(EnumToNumberConverter<,>);
        Equality = typeof(TModel).IsEnum
            ? EqualityComparer<TModel>.Default
            : new ConvertedEqualityComparer<TModel, TStore>(value => ToStore(value, out var stored) ? (true, stored) : default, store.Equality);
    }

    public override AttributeType AttributeType => _store.AttributeType;

    public override bool IsOrderPreserving { get; }

    internal override bool IsCanonical => _store.IsCanonical;

    internal override bool HasBounds => _store.HasBounds;

    internal override IEqualityComparer<TModel> Equality { get; }

    private NullableConversion<TModel, TStore> ToStore
        => _toStore ??= ConversionCompiler.Compile<TModel, TStore>(_converter.ConvertToProviderExpression);

    private NullableConversion<TStore, TModel> FromStore
        => _fromStore ??= ConversionCompiler.Compile<TStore, TModel>(_converter.ConvertFromProviderExpression);

    public override void Write(ItemBuilder builder, TModel value)
    {
        var hasValue = ToStore(value, out var stored);
        Debug.Assert(hasValue, "A value that IsAbsent says is absent is not written.");
        _store.Write(builder, stored);
    }

    internal override bool CanEqualBoxed(object value) => ToStore((TModel)value, out var stored) && _store.CanEqualBoxed(stored!); // true: it is not null

    internal override void WriteComparandBoxed(ItemBuilder builder, object value, Comparand comparand)
    {
        if (ToStore((TModel)value, out var stored))
        {
            _store.WriteComparandBoxed(builder, stored!, comparand); // true: it is not null
        }
        else
        {
            builder.WriteNull();
        }
    }

    public override TModel Read(AttributeValueSpan value)
        => TryRead(value, out var model) || !typeof(TModel).IsValueType ? model : throw new InvalidOperationException(DynamoStrings.ConvertedToNull);

    public override bool TryRead(AttributeValueSpan value, out TModel result) => FromStore(_store.Read(value), out result);

    public override bool IsAbsent(TModel? value)
        => value is null || (!_isNeverAbsent && (!ToStore(value, out var stored) || _store.IsAbsent(stored)));
}
