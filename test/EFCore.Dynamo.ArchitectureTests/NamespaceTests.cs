using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.ArchitectureTests;

/// <summary>A namespace is a room with one door: its folder's name, and no way round in a circle.</summary>
public partial class NamespaceTests
{
    // Extension methods stand where EF's and the container's users look for them.
    private static readonly string[] ForeignNamespaces = ["Microsoft.EntityFrameworkCore", "Microsoft.Extensions.DependencyInjection"];

    /// <summary>The projects whose rooms are settled.</summary>
    public static TheoryData<string> Settled
    => [
        "EFCore.Dynamo", "EFCore.Dynamo.Abstractions", "EFCore.Dynamo.Expressions", "EFCore.Dynamo.Protocol", "EFCore.Dynamo.Engine", "EFCore.Dynamo.Server",
        "EFCore.Dynamo.Aws", "EFCore.Dynamo.Tool",
    ];

    [Theory]
    [MemberData(nameof(Settled))]
    public void Namespaces_form_no_cycle(string project)
        => NamespaceGraph.Read(Path.Combine(AppContext.BaseDirectory, AssemblyOf(project) + ".dll")).FindCycles().ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Settled))]
    public void A_namespace_is_its_folder(string project)
    {
        var root = Path.Combine(Repository.Root, "src", project);
        var misplaced = Repository.SourceFiles(Path.Combine("src", project))
            .Select(file => (File: Path.GetRelativePath(root, file), Namespace: NamespaceDeclaration().Match(File.ReadAllText(file)).Groups["name"].Value))
            .Where(
                source => source.Namespace.Length > 0 && !ForeignNamespaces.Contains(source.Namespace)
                    && source.Namespace != GetExpected(project, source.File));

        misplaced.ShouldBeEmpty();
    }

    /// <summary>The command's assembly has the name that is typed.</summary>
    private static string AssemblyOf(string project) => project is "EFCore.Dynamo.Tool" ? "dynamo" : project;

    /// <summary>
    ///     Users of the abstractions import few namespaces, so that the requests of all operations share one, whatever folder keeps them together.
    /// </summary>
    private static string GetExpected(string project, string file)
    {
        var isPublicContract = project == "EFCore.Dynamo.Abstractions";
        var folder = (Path.GetDirectoryName(file) ?? string.Empty).Replace('/', '.').Replace('\\', '.');
        if (isPublicContract && folder.StartsWith("Operations.", StringComparison.Ordinal))
        {
            folder = "Operations";
        }

        var root = isPublicContract ? "EFCore.Dynamo" : project;
        return folder.Length == 0 ? root : $"{root}.{folder}";
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NamespaceDeclaration();
}
