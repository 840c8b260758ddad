namespace EFCore.Dynamo.Storage.Codecs.Conversions;

/// <summary>Values are equal when what they are converted to is: a class for an id needs no equality of its own.</summary>
/// <param name="toStore">Converts; without a value where the result is null.</param>
/// <param name="store">Compares what is stored.</param>
internal sealed class ConvertedEqualityComparer<TModel, TStore>(
    Func<TModel, (bool HasValue, TStore Value)> toStore, IEqualityComparer<TStore> store) : IEqualityComparer<TModel>
{
    public bool Equals(TModel? x, TModel? y)
    {
        var left = x is null ? default : toStore(x);
        var right = y is null ? default : toStore(y);
        return left.HasValue ? right.HasValue && store.Equals(left.Value, right.Value) : !right.HasValue;
    }

    public int GetHashCode(TModel obj) => toStore(obj) is { HasValue: true, Value: { } value } ? store.GetHashCode(value) : 0;
}
