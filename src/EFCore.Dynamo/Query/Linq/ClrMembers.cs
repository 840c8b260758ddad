using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Query.Linq;

/// <summary>Reads members of objects by the names that the model knows them by.</summary>
internal static class ClrMembers
{
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Reads a member of an object.</summary>
    /// <param name="model">Knows the fields of members without a property.</param>
    /// <param name="source">The object.</param>
    /// <param name="name">The member's name in the model.</param>
    /// <returns>Null where the type has no such member: a shadow property is in the item only.</returns>
    public static MemberExpression? TryRead(IModel model, Expression source, string name)
    {
        MemberInfo? member = source.Type.GetProperty(name, AnyInstance) is { CanRead: true } property ? property : source.Type.GetField(name, AnyInstance);
        member ??= FindTypes(model, source.Type).Select(t => t.FindMember(name)?.FieldInfo).FirstOrDefault(f => f is not null);
        return member is null ? null : Expression.MakeMemberAccess(source, member);
    }

    /// <summary>What the model calls a member, where all types that have it agree.</summary>
    public static IPropertyBase? FindProperty(IModel model, MemberInfo member)
        => member.DeclaringType is { } type
            ? FindTypes(model, type).Select(t => t.FindMember(member.Name)).FirstOrDefault(m => m is not null)
            : null;

    // The member may be declared by a base class that is no type of the model itself.
    private static IEnumerable<ITypeBase> FindTypes(IModel model, Type type)
        => model.GetEntityTypes().SelectMany(WithComplexTypes).Where(t => type.IsAssignableFrom(t.ClrType));

    private static IEnumerable<ITypeBase> WithComplexTypes(ITypeBase type)
        => type.GetComplexProperties().SelectMany(p => WithComplexTypes(p.ComplexType)).Prepend(type);
}
