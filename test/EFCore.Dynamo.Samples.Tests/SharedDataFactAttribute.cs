using Xunit;

namespace EFCore.Dynamo.Samples.Tests;

/// <summary>A fact on a file of the shared data; skipped, saying so, where the file does not exist.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string fileName)
    {
        if (SharedData.Find(fileName) is null)
        {
            Skip = $"shared/data/{fileName} is not on this machine.";
        }
    }
}
