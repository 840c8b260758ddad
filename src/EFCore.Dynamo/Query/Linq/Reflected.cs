using System.Reflection;

namespace EFCore.Dynamo.Query.Linq;

/// <summary>
///     Members that generated code calls, by name. A name that a type has not, or has twice, is an exception when the class that asks is first used.
/// </summary>
internal static class Reflected
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The only method of that name that the type declares.</summary>
    public static MethodInfo Method(Type type, string name)
        => type.GetMethods(Any).Single(method => method.Name == name);

    /// <summary>The only overload with these parameters.</summary>
    public static MethodInfo Method(Type type, string name, params Type[] parameters)
        => type.GetMethods(Any).Single(method => method.Name == name && method.GetParameters().Select(p => p.ParameterType).SequenceEqual(parameters));

    /// <summary>The property.</summary>
    public static PropertyInfo Property(Type type, string name)
        => type.GetProperties(Any).Single(property => property.Name == name);

    /// <summary>The only public constructor with these parameters.</summary>
    public static ConstructorInfo Constructor(Type type, params Type[] parameters)
        => type.GetConstructors().Single(constructor => constructor.GetParameters().Select(p => p.ParameterType).SequenceEqual(parameters));
}
