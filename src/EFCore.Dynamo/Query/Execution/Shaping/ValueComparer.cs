using System.Collections;
using EFCore.Dynamo.Query.Execution.Rows;
using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Storage.Codecs.Collections;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>How values of one type are compared where the type's own equality does not say what the service says.</summary>
/// <param name="Type">The type, not nullable.</param>
/// <param name="Comparer">An <see cref="IEqualityComparer{T}" /> of it.</param>
internal sealed record ValueComparer(Type Type, object Comparer)
{
    /// <summary>The comparer of what a codec writes; null where it is the type's own.</summary>
    public static ValueComparer? TryCreate(AttributeValueCodec codec)
        => Nullable.GetUnderlyingType(codec.ClrType) is null && !IsDefault(codec.ClrType, codec.BoxedEquality) ? new(codec.ClrType, codec.BoxedEquality) : null;

    /// <summary>The comparer of lists.</summary>
    /// <param name="type">The list's type.</param>
    /// <param name="elementType">The type of its elements.</param>
    /// <param name="element">How they are compared; null for their own equality.</param>
    public static ValueComparer OfSequence(Type type, Type elementType, ValueComparer? element)
        => new(
            type,
            Activator.CreateInstance(
                typeof(SequenceEqualityComparer<,>).MakeGenericType(type, elementType),
                (element ?? TryCreateByType(elementType))?.For(elementType) ?? GetDefault(elementType))!); // not a Nullable<T>

    /// <summary>The comparer of a type whose values are sequences of values; null for other types.</summary>
    public static ValueComparer? TryCreateByType(Type type)
        => type == typeof(byte[]) ? new(type, BinaryEqualityComparer.Instance)
            : FindElementType(type) is { } elementType ? OfSequence(type, elementType, element: null) : null;

    /// <summary>The elements' type of a sequence; null for what C# code does not think of as one.</summary>
    public static Type? FindElementType(Type type)
        => type == typeof(string) ? null
            : type.GetInterfaces().Append(type).FirstOrDefault(
                i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    /// <summary>The comparer for the type, or for its nullable form.</summary>
    public object For(Type type)
        => Nullable.GetUnderlyingType(type) == Type
            ? Activator.CreateInstance(typeof(NullableEqualityComparer<>).MakeGenericType(Type), Comparer)! // not a Nullable<T>
            : Comparer;

    /// <summary>The comparer of a type for values that are read as objects.</summary>
    public static IEqualityComparer GetBoxed(ValueComparer? comparer)
        => comparer is null ? EqualityComparer<object>.Default
            : comparer.Comparer as IEqualityComparer
                ?? (IEqualityComparer)Activator.CreateInstance(
                    typeof(BoxedEqualityComparer<>).MakeGenericType(comparer.Type), comparer.Comparer)!; // not a Nullable<T>

    private static bool IsDefault(Type type, object comparer)
        => ReferenceEquals(GetDefault(type), comparer);

    private static object GetDefault(Type type)
        => typeof(EqualityComparer<>).MakeGenericType(type).GetProperty(nameof(EqualityComparer<int>.Default))!.GetValue(obj: null)!; // every type has one
}
