using EFCore.Dynamo.Clients;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Scenarios;

/// <summary>A directory stays open for a while after its last context; what happens to it meanwhile must not cost data.</summary>
public sealed class DeletedDirectoryTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("efcore-dynamo-").FullName;

    public void Dispose()
    {
        EmbeddedDynamo.CloseIdleDatabases();
        Directory.Delete(_directory, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_directory_deleted_between_two_contexts_is_a_new_database_for_the_second(bool isCreatedAgain)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // open files cannot be deleted there
        }

        using (var context = new ThingContext($"Data Source={_directory}"))
        {
            context.Database.EnsureCreated();
            context.Add(new Thing { Id = "old" });
            context.SaveChanges();
        }

        Directory.Delete(_directory, recursive: true);
        if (isCreatedAgain)
        {
            Directory.CreateDirectory(_directory);
        }

        using (var context = new ThingContext($"Data Source={_directory}"))
        {
            context.Database.EnsureCreated().ShouldBeTrue();
            context.Add(new Thing { Id = "new" });
            context.SaveChanges();
        }

        EmbeddedDynamo.CloseIdleDatabases();

        using var reopened = new ThingContext($"Data Source={_directory}");
        reopened.Things.AllowScan().Select(thing => thing.Id).ToList().ShouldBe(["new"]);
    }
}
