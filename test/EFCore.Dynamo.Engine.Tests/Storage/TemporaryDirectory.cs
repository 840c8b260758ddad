namespace EFCore.Dynamo.Engine.Tests.Storage;

/// <summary>A path under the temporary directory, deleted afterwards; not created, that is the store's work.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "efcore-dynamo-test-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
