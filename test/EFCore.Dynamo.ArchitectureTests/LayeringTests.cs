using System.Reflection;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.ArchitectureTests;

/// <summary>The layering of the design, checked on the project files and on the compiled assemblies.</summary>
public class LayeringTests
{
    private static readonly Dictionary<string, string[]> AllowedProjectReferences = new(StringComparer.Ordinal)
    {
        ["EFCore.Dynamo.Abstractions"] = [],
        ["EFCore.Dynamo.Expressions"] = ["EFCore.Dynamo.Abstractions"],
        ["EFCore.Dynamo.Engine"] = ["EFCore.Dynamo.Abstractions", "EFCore.Dynamo.Expressions"],
        ["EFCore.Dynamo.Aws"] = ["EFCore.Dynamo.Abstractions"],
        ["EFCore.Dynamo"] = ["EFCore.Dynamo.Abstractions", "EFCore.Dynamo.Expressions", "EFCore.Dynamo.Engine", "EFCore.Dynamo.Aws"],
        ["EFCore.Dynamo.Protocol"] = ["EFCore.Dynamo.Abstractions"],
        ["EFCore.Dynamo.Server"] = ["EFCore.Dynamo.Abstractions", "EFCore.Dynamo.Protocol", "EFCore.Dynamo.Engine"],
        ["EFCore.Dynamo.Tool"] = ["EFCore.Dynamo.Engine", "EFCore.Dynamo.Server"],
    };

    public static TheoryData<string> Projects => [.. AllowedProjectReferences.Keys];

    [Fact]
    public void Every_source_project_is_covered_by_a_rule()
        => Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(AllowedProjectReferences.Keys, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_the_layers_below_it(string project)
    {
        var document = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        var references = document.Descendants("ProjectReference")
            .Select(element => Path.GetFileNameWithoutExtension(element.Attribute("Include")!.Value.Replace('\\', '/')));

        references.ShouldBeSubsetOf(AllowedProjectReferences[project]);
    }

    [Fact]
    public void Abstractions_and_Expressions_use_the_base_class_library_only()
    {
        foreach (var name in new[] { "EFCore.Dynamo.Abstractions", "EFCore.Dynamo.Expressions" })
        {
            var foreign = Assembly.Load(name).GetReferencedAssemblies()
                .Select(reference => reference.Name!)
                .Where(
                    reference => !reference.StartsWith("System", StringComparison.Ordinal) && !reference.StartsWith("EFCore.Dynamo", StringComparison.Ordinal));
            foreign.ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void The_engine_knows_nothing_of_Entity_Framework()
        => Assembly.Load("EFCore.Dynamo.Engine").GetReferencedAssemblies()
            .ShouldNotContain(reference => reference.Name!.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));

    [Fact]
    public void Only_the_clients_and_the_connection_string_name_the_back_ends()
        => Repository.SourceFiles("src/EFCore.Dynamo")
            .Where(file => !file.Contains("/Clients/", StringComparison.Ordinal) && !file.EndsWith("/DynamoConnectionString.cs", StringComparison.Ordinal))
            .Where(
                file => File.ReadAllText(file) is var text
                    && (text.Contains("EFCore.Dynamo.Engine", StringComparison.Ordinal) || text.Contains("EFCore.Dynamo.Aws", StringComparison.Ordinal)))
            .ShouldBeEmpty();

    [Fact]
    public void Only_the_LMDB_binding_has_unsafe_code()
        => Repository.SourceFiles("src")
            .Where(file => !file.Contains("/Storage/Lmdb/", StringComparison.Ordinal))
            .Where(
                file => File.ReadLines(file).Any(
                    line => line.Contains("unsafe ", StringComparison.Ordinal) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)))
            .ShouldBeEmpty();

    [Fact]
    public void A_source_file_has_at_most_400_lines()
        => Repository.SourceFiles("src").Where(file => File.ReadLines(file).Count() > 400).ShouldBeEmpty();

    [Fact]
    public void Each_source_project_has_a_README_of_at_most_90_lines()
    {
        foreach (var project in AllowedProjectReferences.Keys)
        {
            var readme = Path.Combine(Repository.Root, "src", project, "README.md");
            File.Exists(readme).ShouldBeTrue(readme);
            File.ReadLines(readme).Count().ShouldBeLessThanOrEqualTo(90, readme);
        }
    }
}
