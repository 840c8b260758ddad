using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace EFCore.Dynamo.Storage.Codecs.Collections;

/// <summary>
///     Finds the method with which C#'s collection expressions make a collection: that of immutable and frozen ones, and of an application's own.
/// </summary>
internal static class CollectionBuilder
{
    /// <summary>
    ///     The method from a span of elements; null where the type has none, or it is a stack, which enumerates from the last element to the first.
    /// </summary>
    public static MethodInfo? Find(Type collectionType, Type elementType)
    {
        if (collectionType.GetCustomAttribute<CollectionBuilderAttribute>(inherit: false) is not { } attribute || IsStack(collectionType))
        {
            return null;
        }

        var span = typeof(ReadOnlySpan<>).MakeGenericType(elementType);
        return attribute.BuilderType.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => string.Equals(method.Name, attribute.MethodName, StringComparison.Ordinal))
            .Where(method => method.GetGenericArguments().Length == collectionType.GenericTypeArguments.Length)
            .Select(method => method.IsGenericMethodDefinition ? method.MakeGenericMethod(collectionType.GenericTypeArguments) : method)
            .FirstOrDefault(method => method.GetParameters() is [var only] && only.ParameterType == span && collectionType.IsAssignableFrom(method.ReturnType));
    }

    private static bool IsStack(Type type)
        => type.IsGenericType
            && (type.GetGenericTypeDefinition() == typeof(ImmutableStack<>) || type.GetGenericTypeDefinition() == typeof(IImmutableStack<>));
}
