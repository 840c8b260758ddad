using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EFCore.Dynamo.Storage;

/// <summary>A value converter in front of another codec.</summary>
internal sealed class ConvertedCodec<TModel, TStore> : AttributeValueCodec<TModel>
{
    private readonly AttributeValueCodec<TStore> _store;
    private readonly Func<TModel, TStore> _toStore;
    private readonly Func<TStore, TModel> _fromStore;

    public ConvertedCodec(ValueConverter converter, AttributeValueCodec<TStore> store)
    {
        _store = store;
        if (converter is ValueConverter<TModel, TStore> typed)
        {
            _toStore = typed.ConvertToProviderTyped;
            _fromStore = typed.ConvertFromProviderTyped;
        }
        else
        {
            // A converter between nullable forms of the same types; EF hands such ones over boxed.
            _toStore = value => (TStore)converter.ConvertToProvider(value)!; // a null result has no place in a codec and fails here
            _fromStore = value => (TModel)converter.ConvertFromProvider(value)!; // same
        }

        // A converter may reverse any order; the numbers of an enum are the one case known to keep it.
        IsOrderPreserving = store.IsOrderPreserving
            && typeof(TModel).IsEnum
            && converter.GetType().IsGenericType
            && converter.GetType().GetGenericTypeDefinition() == typeof(EnumToNumberConverter<,>);
    }

    public override AttributeType AttributeType => _store.AttributeType;

    public override bool IsOrderPreserving { get; }

    public override void Write(ItemBuilder builder, TModel value) => _store.Write(builder, _toStore(value));

    public override TModel Read(AttributeValueSpan value) => _fromStore(_store.Read(value));

    public override bool IsAbsent(TModel? value) => value is null || _store.IsAbsent(_toStore(value));
}
