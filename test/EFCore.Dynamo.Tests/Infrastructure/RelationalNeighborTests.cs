using System.Reflection;
using System.Runtime.CompilerServices;
using EFCore.Dynamo.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Infrastructure;

/// <summary>
///     Identity, OpenIddict and EF's design package bring the relational package into a program: no name of ours may be ambiguous beside its names.
/// </summary>
public sealed class RelationalNeighborTests
{
    private static readonly Assembly[] Ours =
    [
        typeof(DynamoOptionsExtension).Assembly,
        .. typeof(DynamoOptionsExtension).Assembly.GetReferencedAssemblies()
            .Where(static name => name.Name!.StartsWith("EFCore.Dynamo", StringComparison.Ordinal))
            .Select(Assembly.Load),
    ];

    private static readonly Assembly Relational = typeof(RelationalEntityTypeBuilderExtensions).Assembly;

    [Fact]
    public void No_extension_method_has_the_name_and_the_receiver_of_a_relational_one()
    {
        var theirs = GetExtensionMethods(Relational).ToLookup(method => method.Name, StringComparer.Ordinal);
        var clashes = Ours.SelectMany(GetExtensionMethods)
            .SelectMany(our => theirs[our.Name].Where(their => HaveOneReceiver(our, their)).Select(their => $"{Name(our)} and {Name(their)}"));

        theirs.Contains(nameof(RelationalEntityTypeBuilderExtensions.ToTable)).ShouldBeTrue();
        clashes.ShouldBeEmpty();
    }

    [Fact]
    public void No_public_type_has_the_name_of_a_relational_one()
        => Ours.SelectMany(static assembly => assembly.GetExportedTypes()).Select(static type => type.Name)
            .Intersect(Relational.GetExportedTypes().Select(static type => type.Name), StringComparer.Ordinal)
            .ShouldBeEmpty();

    [Fact]
    public void Both_sets_of_verbs_can_be_called_in_one_model()
    {
        var model = new ModelBuilder();
        var thing = model.Entity<Thing>();

        thing.ToDynamoTable("things").HasPartitionKey(t => t.Id);
        thing.ToTable("relational_things").Property(t => t.Name).HasColumnName("name").HasAttributeName("n");

        thing.Metadata.GetDynamoTableName().ShouldBe("things");
        thing.Metadata.GetTableName().ShouldBe("relational_things");
    }

    private static IEnumerable<MethodInfo> GetExtensionMethods(Assembly assembly)
        => assembly.GetExportedTypes()
            .Where(static type => type.IsDefined(typeof(ExtensionAttribute), inherit: false))
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(static method => method.IsDefined(typeof(ExtensionAttribute), inherit: false));

    // A method for a base type is found on the derived one too; type arguments fit where the generic types do.
    private static bool HaveOneReceiver(MethodInfo first, MethodInfo second)
    {
        var (one, other) = (GetReceiver(first), GetReceiver(second));
        return IsAssignable(one, other) || IsAssignable(other, one);
    }

    private static bool IsAssignable(Type to, Type from)
        => to.IsGenericParameter
            || from.GetInterfaces().Append(from).Concat(GetBaseTypes(from)).Any(type => Open(type) == Open(to));

    private static IEnumerable<Type> GetBaseTypes(Type type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static Type GetReceiver(MethodInfo method) => method.GetParameters()[0].ParameterType;

    private static Type Open(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method}";

    private sealed class Thing
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";
    }
}
