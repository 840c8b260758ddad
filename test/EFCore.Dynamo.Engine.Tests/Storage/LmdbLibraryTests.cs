using System.Runtime.InteropServices;
using EFCore.Dynamo.Engine.Storage.Lmdb;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Storage;

public sealed class LmdbLibraryTests
{
    [Theory]
    [InlineData("LINUX", "liblmdb.so", "liblmdb.so.0")]
    [InlineData("OSX", "liblmdb.dylib", "/opt/homebrew/lib/liblmdb.dylib")]
    [InlineData("WINDOWS", "lmdb.dll", "lmdb.dll")]
    public void The_application_comes_before_the_system(string system, string appLocal, string installed)
    {
        List<string> candidates = LmdbLibrary.GetCandidates("/app", OSPlatform.Create(system)).ToList();
        int first = candidates.FindIndex(candidate => candidate.StartsWith("/app", StringComparison.Ordinal) && candidate.EndsWith(appLocal, StringComparison.Ordinal));
        first.ShouldBeInRange(0, 1);
        candidates[first].ShouldContain("runtimes");
        candidates.IndexOf(installed).ShouldBeGreaterThan(first);
    }

    [Theory]
    [InlineData("LINUX", "apt-get install liblmdb0")]
    [InlineData("OSX", "brew install lmdb")]
    [InlineData("WINDOWS", "lmdb.dll")]
    public void A_missing_library_is_one_sentence_with_the_way_to_get_it(string system, string command)
    {
        string message = LmdbLibrary.DescribeMissing(OSPlatform.Create(system));
        message.ShouldContain(command);
        message.ShouldEndWith(".");
        message.ShouldNotContain("\n");
    }
}
