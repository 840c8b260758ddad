using EFCore.Dynamo.Errors;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Infrastructure;

/// <summary>The first thing that a newcomer forgets is EnsureCreated; every way in says so.</summary>
public sealed class MissingTableTests : IDisposable
{
    private readonly ForgetfulContext _context = new();

    public void Dispose() => _context.Dispose();

    [Fact]
    public async Task Find_names_the_table_and_the_call_that_creates_it()
    {
        Check(Should.Throw<InvalidOperationException>(() => _context.Notes.Find("a")));
        Check(await Should.ThrowAsync<InvalidOperationException>(async () => await _context.Notes.FindAsync("a")));
    }

    [Fact]
    public async Task A_query_names_the_table_and_the_call_that_creates_it()
    {
        Check(Should.Throw<InvalidOperationException>(() => _context.Notes.Where(n => n.Id == "a").ToList()));
        Check(await Should.ThrowAsync<InvalidOperationException>(async () => await _context.Notes.AllowScan().CountAsync()));
    }

    [Fact]
    public async Task SaveChanges_names_the_table_and_the_call_that_creates_it()
    {
        _context.Add(new Note { Id = "a" });
        Check(Should.Throw<DbUpdateException>(() => _context.SaveChanges()));

        _context.Add(new Note { Id = "b" });
        Check(await Should.ThrowAsync<DbUpdateException>(() => _context.SaveChangesAsync()));
    }

    private static void Check(Exception exception)
    {
        exception.Message.ShouldStartWith("The table 'Notes' does not exist. Create the model's tables with Database.EnsureCreated()");
        exception.InnerException.ShouldBeOfType<ResourceNotFoundException>();
    }

    private sealed class Note
    {
        public required string Id { get; set; }
    }

    private sealed class ForgetfulContext : DbContext
    {
        public DbSet<Note> Notes => Set<Note>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo("Data Source=:memory:");
    }
}
