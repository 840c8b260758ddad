using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Scenarios;

public sealed class RequiredPropertyTests : IDisposable
{
    private readonly NoteContext _context = new();

    public RequiredPropertyTests() => _context.Database.EnsureCreated();

    public void Dispose() => _context.Dispose();

    [Fact]
    public void Inserting_null_into_a_required_property_is_refused_by_name()
    {
        _context.Add(new Note { Id = "a", Title = null! });

        Should.Throw<DbUpdateException>(() => _context.SaveChanges()).Message.ShouldStartWith("The property 'Note.Title' is required, but its value is null.");
    }

    [Fact]
    public void Updating_a_required_property_to_null_is_refused_and_an_optional_one_is_removed()
    {
        var note = new Note { Id = "a", Title = "t", Text = "x" };
        _context.Add(note);
        _context.SaveChanges();

        note.Text = null;
        _context.SaveChanges();
        note.Title = null!;
        Should.Throw<DbUpdateException>(() => _context.SaveChanges()).Message.ShouldContain("'Note.Title' is required");

        _context.ChangeTracker.Clear();
        var stored = _context.Notes.Find("a")!;
        stored.Title.ShouldBe("t");
        stored.Text.ShouldBeNull();
    }

    private sealed class Note
    {
        public required string Id { get; set; }

        public required string Title { get; set; }

        public string? Text { get; set; }
    }

    private sealed class NoteContext : DbContext
    {
        public DbSet<Note> Notes => Set<Note>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseDynamo("Data Source=:memory:");
    }
}
