using System.Runtime.InteropServices;
using EFCore.Dynamo.Engine.Storage.Lmdb;
using EFCore.Dynamo.Errors;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.Storage;

public sealed class LmdbLibraryTests
{
    [Theory]
    [InlineData("LINUX", "/app/liblmdb.so", "liblmdb.so.0")]
    [InlineData("OSX", "/app/lmdb.dylib", "/opt/homebrew/lib/liblmdb.dylib")]
    [InlineData("WINDOWS", "/app/lmdb.dll", "lmdb.dll")]
    public void The_packages_library_comes_before_the_systems(string system, string package, string installed)
    {
        var candidates = LmdbLibrary.GetCandidates(null, ["/app", "/app/runtimes"], OSPlatform.Create(system)).ToList();

        candidates[0].ShouldBe(package);
        candidates.IndexOf(installed).ShouldBeGreaterThan(1);
    }

    [Fact]
    public void One_of_them_can_be_asked_for()
    {
        LmdbLibrary.GetCandidates("package", ["/app"], OSPlatform.Linux).ShouldBe(["/app/liblmdb.so"]);
        LmdbLibrary.GetCandidates("system", ["/app"], OSPlatform.Linux).ShouldBe(["liblmdb.so.0", "liblmdb.so"]);
        LmdbLibrary.GetCandidates("/opt/lmdb/liblmdb.so", ["/app"], OSPlatform.Linux).ShouldBe(["/opt/lmdb/liblmdb.so"]);
    }

    [Fact]
    public void What_was_asked_for_and_does_not_load_is_named()
        => Should.Throw<StorageException>(() => LmdbLibrary.FindLibrary("/nowhere/liblmdb.so", [], OSPlatform.Linux)).Message
            .ShouldStartWith("liblmdb does not load as DYNAMO_LMDB=/nowhere/liblmdb.so asks for it. ");

    [Theory]
    [InlineData("LINUX", "apt-get install liblmdb0")]
    [InlineData("OSX", "brew install lmdb")]
    [InlineData("WINDOWS", "lmdb.dll")]
    public void A_missing_library_is_one_sentence_with_the_way_to_get_it(string system, string command)
    {
        var message = LmdbLibrary.DescribeMissing(OSPlatform.Create(system));
        message.ShouldContain(command);
        message.ShouldEndWith(".");
        message.ShouldNotContain("\n");
    }
}
