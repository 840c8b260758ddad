namespace EFCore.Dynamo.ArchitectureTests;

/// <summary>The files that the rules are about.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The C# files of a folder below the root, with slashes, without what a build has made.</summary>
    public static IEnumerable<string> SourceFiles(string folder)
        => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(static file => file.Replace('\\', '/'))
            .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "EFCore.Dynamo.sln")))
        {
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("EFCore.Dynamo.sln is in no directory above the tests.");
        }

        return directory;
    }
}
