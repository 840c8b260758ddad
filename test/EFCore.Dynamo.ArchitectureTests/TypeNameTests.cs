using Mono.Cecil;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.ArchitectureTests;

/// <summary>A type's name says what it is wherever it is read: without its namespace too.</summary>
public class TypeNameTests
{
    [Fact]
    public void No_two_types_have_one_name()
        => SourceTypes()
            .GroupBy(static type => type.Name, StringComparer.Ordinal)
            .Where(static types => types.Count() > 1)
            .Select(static types => $"{types.Key}: {string.Join(", ", types.Select(static type => type.Namespace))}")
            .ShouldBeEmpty();

    /// <summary>Top-level types that someone has written; nested ones are read with the name of their outer type.</summary>
    private static List<TypeDefinition> SourceTypes()
    {
        var types = new List<TypeDefinition>();
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "EFCore.Dynamo*.dll").Append(Path.Combine(AppContext.BaseDirectory, "dynamo.dll")))
        {
            if (file.EndsWith("Tests.dll", StringComparison.Ordinal))
            {
                continue;
            }

            using var module = ModuleDefinition.ReadModule(file);
            types.AddRange(module.Types.Where(static type => type.Namespace.StartsWith("EFCore.", StringComparison.Ordinal)));
        }

        types.ShouldNotBeEmpty();
        return types;
    }
}
