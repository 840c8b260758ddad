using System.Text.RegularExpressions;
using Mono.Cecil;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.ArchitectureTests;

/// <summary>The page that follows three calls through every layer names methods that are there.</summary>
public partial class WayTests
{
    [Fact]
    public void Each_method_that_the_way_names_exists()
    {
        var named = Method().Matches(File.ReadAllText(Path.Combine(Repository.Root, "eng", "WAY.md")))
            .Select(static match => (Type: match.Groups["type"].Value, Method: match.Groups["method"].Value))
            .ToList();

        named.Count.ShouldBeGreaterThan(40);
        var methods = Directory.EnumerateFiles(AppContext.BaseDirectory, "EFCore.Dynamo*.dll").SelectMany(ReadMethods).ToHashSet();
        named.Where(name => !methods.Contains(name)).ShouldBeEmpty();
    }

    private static List<(string Type, string Method)> ReadMethods(string assemblyPath)
    {
        using var module = ModuleDefinition.ReadModule(assemblyPath);
        return [.. from type in module.Types from method in type.Methods select (type.Name.Split('`')[0], method.Name)];
    }

    [GeneratedRegex("`(?<type>[A-Z][A-Za-z]+)\\.(?<method>[A-Z][A-Za-z]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Method();
}
