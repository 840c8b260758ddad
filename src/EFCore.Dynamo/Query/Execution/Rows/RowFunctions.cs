using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Rows;

/// <summary>What compiled row expressions call.</summary>
internal static class RowFunctions
{
    /// <summary>Whether the attribute has a value.</summary>
    public static bool IsPresent(AttributePathReader path, Item row, QueryContext context)
        => path.TryFind(row, context, out _);

    /// <summary>The map of an owned reference or complex property.</summary>
    /// <returns>False where the attribute is missing, NULL or no map.</returns>
    public static bool TryReadMap(AttributePathReader path, Item row, QueryContext context, out Item map)
    {
        if (path.TryFindValue(row, context, out var value) && value.Type == AttributeType.Map)
        {
            map = value.GetMap();
            return true;
        }

        map = default;
        return false;
    }

    /// <summary>The list of an owned or complex collection.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="row">The item or map that holds it.</param>
    /// <param name="context">Values of parameters in the path.</param>
    /// <param name="list">The list; NULL where it is missing or no list.</param>
    /// <returns>How many elements it has.</returns>
    public static int ReadList(AttributePathReader path, Item row, QueryContext context, out AttributeValue list)
    {
        if (path.TryFindValue(row, context, out list) && list.Type == AttributeType.List)
        {
            return list.Count;
        }

        list = default;
        return 0;
    }

    /// <summary>An element of a list of maps.</summary>
    /// <exception cref="InvalidCastException">The element is no map.</exception>
    public static Item ReadElement(AttributeValue list, int index)
        => list[index].GetMap();

    /// <summary>All elements of a list of maps, as they are packed.</summary>
    public static Item[] ReadItems(QueryContext context, Item row, AttributePathReader path)
    {
        var items = new Item[ReadList(path, row, context, out var list)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = ReadElement(list, i);
        }

        return items;
    }

    /// <summary>All elements of a list of maps.</summary>
    public static TCollection ReadCollection<TElement, TCollection>(
        QueryContext context,
        Item row,
        AttributePathReader path,
        Func<QueryContext, Item, TElement> readElement,
        IClrCollectionAccessor? accessor)
        where TCollection : class
    {
        var count = ReadList(path, row, context, out var list);
        if (accessor is null)
        {
            var elements = new List<TElement>(count);
            for (var i = 0; i < count; i++)
            {
                elements.Add(readElement(context, ReadElement(list, i)));
            }

            return typeof(TCollection).IsArray ? (TCollection)(object)elements.ToArray() : (TCollection)(object)elements;
        }

        var collection = accessor.Create();
        for (var i = 0; i < count; i++)
        {
            accessor.AddStandalone(collection, readElement(context, ReadElement(list, i))!); // elements are maps, and maps make objects
        }

        return (TCollection)collection;
    }

    /// <summary>Orders strings as DynamoDB does, by their UTF-8 bytes; null where one is null.</summary>
    public static int? CompareStrings(string? left, string? right)
        => left is null || right is null ? null : Utf8Order.Instance.Compare(left, right);

    /// <summary>The entry of a dictionary; null where it has none.</summary>
    /// <typeparam name="TValue">The type of the entries.</typeparam>
    /// <typeparam name="TResult">The same, or its nullable form.</typeparam>
    public static TResult? FindEntry<TValue, TResult>(IEnumerable<KeyValuePair<string, TValue>> entries, string name)
    {
        foreach (var (key, value) in entries)
        {
            if (string.Equals(key, name, StringComparison.Ordinal))
            {
                return (TResult?)(object?)value;
            }
        }

        return default;
    }

    /// <summary>Compares values as what is stored of them compares.</summary>
    public static bool AreEqual<T>(T? left, T? right, IEqualityComparer<T> comparer)
        where T : class
        => ReferenceEquals(left, right) || comparer.Equals(left, right);

    /// <summary>Compares values as what is stored of them compares.</summary>
    public static bool AreNullableEqual<T>(T? left, T? right, IEqualityComparer<T> comparer)
        where T : struct
        => left is { } x ? right is { } y && comparer.Equals(x, y) : right is null;

    /// <summary>Orders values of a type without comparison operators.</summary>
    public static int? CompareValues<T>(T? left, T? right)
        => left is null || right is null ? null : Comparer<T>.Default.Compare(left, right);
}
