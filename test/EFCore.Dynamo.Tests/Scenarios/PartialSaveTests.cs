using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Scenarios;

/// <summary>A save that writes item by item and fails in the middle: what is written is accepted, what is not can be saved again.</summary>
public sealed class PartialSaveTests : IDisposable
{
    private readonly Scenario _scenario = new(static model => model.Entity<Note>(note =>
    {
        note.Property(n => n.Version).IsRowVersion();
        note.OwnsMany(n => n.Tags);
    }));

    public void Dispose() => _scenario.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_items_before_the_failed_one_are_accepted(bool async)
    {
        _scenario.Save(new Note { Id = 3 });
        await using var context = Open();
        Note[] notes = [.. Enumerable.Range(1, 5).Select(id => new Note { Id = id, Tags = [new Tag { Text = "a" }, new Tag { Text = "b" }] })];
        context.AddRange(notes.AsEnumerable());

        var error = await Should.ThrowAsync<DbUpdateException>(() => SaveAsync(context, async));

        error.Entries.Select(entry => entry.Entity).ShouldContain(notes[2]);
        States(context, notes).ShouldBe([EntityState.Unchanged, EntityState.Unchanged, EntityState.Added, EntityState.Added, EntityState.Added]);
        context.Entry(notes[0].Tags[1]).State.ShouldBe(EntityState.Unchanged);
        notes[0].Version.ShouldBe(1);

        context.Entry(notes[2]).State = EntityState.Detached;
        (await SaveAsync(context, async)).ShouldBe(6);
        notes[0].Tags[1].Text = "c";
        (await SaveAsync(context, async)).ShouldBe(1);
        await using var other = _scenario.Open();
        other.Set<Note>().AllowScan().AsEnumerable().Select(note => note.Id).Order().ShouldBe([1, 2, 3, 4, 5]);
        other.Find<Note>(1)!.Tags.Select(tag => tag.Text).ShouldBe(["a", "c"]);
    }

    [Fact]
    public async Task Updates_and_deletes_before_the_failed_one_are_accepted()
    {
        _scenario.Save(new Note { Id = 1 }, new Note { Id = 2 }, new Note { Id = 3 });
        await using var context = Open();
        Note[] notes = [context.Find<Note>(1)!, context.Find<Note>(2)!, context.Find<Note>(3)!];
        await using (var other = _scenario.Open())
        {
            other.Find<Note>(3)!.Text = "theirs";
            await other.SaveChangesAsync();
        }

        notes[0].Text = "ours";
        context.RemoveRange(notes[1], notes[2]);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => context.SaveChangesAsync());

        States(context, notes).ShouldBe([EntityState.Unchanged, EntityState.Detached, EntityState.Deleted]);
        context.Entry(notes[2]).State = EntityState.Unchanged;
        await context.Entry(notes[2]).ReloadAsync();
        notes[0].Text = "again";
        notes[2].Text = "again";
        (await context.SaveChangesAsync()).ShouldBe(2);
    }

    private static EntityState[] States(DbContext context, Note[] notes) => [.. notes.Select(note => context.Entry(note).State)];

    private static async Task<int> SaveAsync(DbContext context, bool async)
        => async ? await context.SaveChangesAsync() : context.SaveChanges(); // the synchronous call is what is tested

    private ScenarioContext Open()
    {
        var context = _scenario.Open();
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return context;
    }

    private sealed class Note
    {
        public int Id { get; set; }

        public string? Text { get; set; }

        public int Version { get; set; }

        public List<Tag> Tags { get; set; } = [];
    }

    private sealed class Tag
    {
        public string Text { get; set; } = "";
    }
}
