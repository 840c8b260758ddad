using System.Linq.Expressions;
using System.Reflection;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>Builds the expressions that read packed items.</summary>
internal static class RowReads
{
    private static readonly MethodInfo IsPresentMethod = GetMethod(nameof(RowFunctions.IsPresent));
    private static readonly MethodInfo TryReadMapMethod = GetMethod(nameof(RowFunctions.TryReadMap));
    private static readonly MethodInfo ReadListMethod = GetMethod(nameof(RowFunctions.ReadList));
    private static readonly MethodInfo ReadElementMethod = GetMethod(nameof(RowFunctions.ReadElement));
    private static readonly MethodInfo ReadItemsMethod = GetMethod(nameof(RowFunctions.ReadItems));
    private static readonly MethodInfo ReadCollectionMethod = GetMethod(nameof(RowFunctions.ReadCollection));

    /// <summary>Reads an attribute.</summary>
    /// <param name="item">A variable of type <see cref="Item" />.</param>
    /// <param name="path">Where the value is.</param>
    /// <param name="mapping">How it is written.</param>
    /// <param name="type">The codec's type, its nullable form, or a type that it converts to.</param>
    /// <param name="property">The property that owns the value, for errors; null for an element.</param>
    public static Expression Read(Expression item, DocumentPath path, DynamoTypeMapping mapping, Type type, IReadOnlyProperty? property)
    {
        var codecType = mapping.Codec.ClrType;
        var isNullable = codecType.IsValueType && Nullable.GetUnderlyingType(codecType) is null && AcceptsNull(type);
        var readerType = (isNullable ? typeof(NullableAttributeReader<>) : typeof(AttributeReader<>)).MakeGenericType(codecType);
        var description = property is null ? path.ToString() : $"{property.DeclaringType.DisplayName()}.{property.Name}";
        object[] arguments = [new AttributePathReader(path), mapping.Codec, description];
        var reader = Activator.CreateInstance(readerType, isNullable ? arguments : [.. arguments, property is { IsNullable: false }])!; // not a Nullable<T>
        var read = Expression.Call(
            Expression.Constant(reader), Reflected.Method(readerType, nameof(AttributeReader<int>.Read)), item, QueryCompilationContext.QueryContextParameter);
        return read.Type == type ? read : Expression.Convert(read, type);
    }

    /// <summary>Reads a property of the structural type in a row, or of its owner.</summary>
    public static Expression ReadProperty(RowBinding binding, IProperty property, Type type)
    {
        if (binding.Keys.TryGetValue(property, out var key))
        {
            return ConvertTo(key, type);
        }

        if (property.IsStored())
        {
            return ReadStored(binding, property, type);
        }

        if (property.IsOrdinal() && binding.Ordinal is { } ordinal)
        {
            return ConvertTo(ordinal, type);
        }

        // What an owned type has of its owner's key is where it is.
        return binding.Owner is { } owner && property.FindFirstPrincipal() is { } principal
            ? ReadProperty(owner, principal, type)
            : Expression.Default(type);
    }

    /// <summary>Reads a property that has an attribute.</summary>
    public static Expression ReadStored(RowBinding binding, IProperty property, Type type)
        => Read(binding.Item, binding.PathTo(property), (DynamoTypeMapping)property.GetTypeMapping(), type, property);

    /// <summary>Whether a property has a value.</summary>
    public static Expression IsPresent(RowBinding binding, IProperty property)
    {
        if (binding.Keys.TryGetValue(property, out var key))
        {
            return Expression.NotEqual(key, Expression.Constant(value: null, key.Type));
        }

        if (property.IsStored())
        {
            return Expression.Call(
                IsPresentMethod,
                Expression.Constant(new AttributePathReader(binding.PathTo(property))),
                binding.Item,
                QueryCompilationContext.QueryContextParameter);
        }

        return !property.IsOrdinal() && binding.Owner is { } owner && property.FindFirstPrincipal() is { } principal
            ? IsPresent(owner, principal)
            : Expression.Constant(value: true);
    }

    /// <summary>Whether an attribute has a value.</summary>
    public static Expression IsPresent(Expression item, DocumentPath path)
        => Expression.Call(IsPresentMethod, Expression.Constant(new AttributePathReader(path)), item, QueryCompilationContext.QueryContextParameter);

    /// <summary>Reads the map of a nested structural type into a variable; false where there is none.</summary>
    public static Expression TryReadMap(Expression item, DocumentPath path, ParameterExpression map)
        => Expression.Call(TryReadMapMethod, Expression.Constant(new AttributePathReader(path)), item, QueryCompilationContext.QueryContextParameter, map);

    /// <summary>Reads a list into a variable; its count.</summary>
    public static Expression ReadList(Expression item, DocumentPath path, ParameterExpression list)
        => Expression.Call(ReadListMethod, Expression.Constant(new AttributePathReader(path)), item, QueryCompilationContext.QueryContextParameter, list);

    /// <summary>Reads an element of a list of maps.</summary>
    public static Expression ReadElement(ParameterExpression list, Expression index)
        => Expression.Call(ReadElementMethod, list, index);

    /// <summary>Reads a list of maps as they are packed.</summary>
    public static Expression ReadItems(Expression item, DocumentPath path)
        => Expression.Call(ReadItemsMethod, QueryCompilationContext.QueryContextParameter, item, Expression.Constant(new AttributePathReader(path)));

    /// <summary>Reads a list of maps as a CLR collection.</summary>
    public static Expression ReadCollection(
        Expression item, DocumentPath path, Delegate readElement, Type elementType, Type collectionType, IClrCollectionAccessor? accessor)
        => Expression.Call(
            ReadCollectionMethod.MakeGenericMethod(elementType, collectionType),
            QueryCompilationContext.QueryContextParameter,
            item,
            Expression.Constant(new AttributePathReader(path)),
            Expression.Constant(readElement),
            Expression.Constant(accessor, typeof(IClrCollectionAccessor)));

    /// <summary>Converts where the types differ.</summary>
    public static Expression ConvertTo(Expression expression, Type type)
        => expression.Type == type ? expression : Expression.Convert(expression, type);

    private static bool AcceptsNull(Type type)
        => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static MethodInfo GetMethod(string name)
        => Reflected.Method(typeof(RowFunctions), name);
}
