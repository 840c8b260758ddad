namespace EFCore.Dynamo.Samples.Tests;

/// <summary>The real data that lies beside the repository on the project's machines, and nowhere else.</summary>
internal static class SharedData
{
    public static string? Find(string fileName)
    {
        for (var directory = AppContext.BaseDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            var path = Path.Combine(directory, "shared", "data", fileName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
