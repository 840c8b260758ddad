using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EFCore.Dynamo.Tests.Query.Includes;

/// <summary>Related entities that are read after the one they belong to.</summary>
public abstract class LoadTests(TestStore store) : IAsyncLifetime
{
    public Task InitializeAsync() => CampusContext.CreateAsync(store);

    public Task DisposeAsync()
    {
        store.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_collection_is_loaded_counted_and_filtered(bool isAsync)
    {
        await using var context = new CampusContext(store);
        var teacher = await context.Teachers.SingleAsync(t => t.Id == CampusContext.Ada);
        var courses = context.Entry(teacher).Collection(t => t.Courses);
        courses.IsLoaded.ShouldBeFalse();
        (await courses.Query().CountAsync()).ShouldBe(2);
        (await courses.Query().Where(c => c.Title == "Sets").Select(c => c.Number).ToListAsync()).ShouldBe([1]);
        teacher.Courses.ShouldBeEmpty();

        if (isAsync)
        {
            await courses.LoadAsync();
        }
        else
        {
            courses.Load();
        }

        courses.IsLoaded.ShouldBeTrue();
        teacher.Courses.Count.ShouldBe(2);
        context.Entry(teacher.Courses[0]).Reference(c => c.Teacher).IsLoaded.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reference_is_loaded_or_known_to_be_missing(bool isAsync)
    {
        await using var context = new CampusContext(store);
        foreach (var (number, name) in new[] { (1, "Bob"), (2, (string?)null) })
        {
            var course = await context.Courses.SingleAsync(c => c.Kind == CourseKind.Seminar && c.Number == number);
            var reference = context.Entry(course).Reference(c => c.Teacher);
            if (isAsync)
            {
                await reference.LoadAsync();
            }
            else
            {
                reference.Load();
            }

            reference.IsLoaded.ShouldBeTrue();
            course.Teacher?.Name.ShouldBe(name);
            (await reference.Query().Select(t => t.Name).ToListAsync()).ShouldBe(name is null ? [] : [name]);
        }
    }

    [Fact]
    public async Task A_one_to_one_and_a_reference_to_the_own_type_are_loaded()
    {
        await using var context = new CampusContext(store);
        var student = await context.Students.SingleAsync(s => s.Id == CampusContext.Cyd);
        await context.Entry(student).Reference(s => s.Locker).LoadAsync();
        await context.Entry(student).Reference(s => s.Mentor).LoadAsync();
        student.Locker!.Id.ShouldBe(7);
        student.Mentor.ShouldBeOfType<Teacher>();
        await context.Entry(student.Mentor!).Collection(m => m.Mentees).LoadAsync();
        student.Mentor.Mentees.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Loading_costs_one_request_and_none_when_it_is_loaded()
    {
        var client = new Lookups.CountingClient(store.Client);
        await using var context = new CampusContext(store, client);
        var teacher = await context.Teachers.SingleAsync(t => t.Id == CampusContext.Ada);
        client.Reads.Clear();
        await context.Entry(teacher).Collection(t => t.Courses).LoadAsync();
        await context.Entry(teacher).Collection(t => t.Courses).LoadAsync();
        client.Reads.ShouldBe(["Query"]);
        await context.Entry(teacher).Reference(t => t.Department).LoadAsync();
        client.Reads.ShouldBe(["Query", "GetItem"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Navigations_load_themselves_by_proxies(bool tracks)
    {
        await using (var writer = new LazyContext(store))
        {
            await writer.Database.EnsureCreatedAsync();
            writer.AddRange(
                new LazyShelf { Id = 1, Name = "a" }, new LazyJar { Shelf = 1, Id = 1 }, new LazyJar { Shelf = 1, Id = 2 },
                new LazyLabel { Shelf = 1, Jar = 2, Text = "by hand" });
            await writer.SaveChangesAsync();
        }

        await using var context = new LazyContext(store);
        context.ChangeTracker.QueryTrackingBehavior = tracks ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var shelf = await context.Set<LazyShelf>().SingleAsync(s => s.Id == 1);
        shelf.GetType().ShouldNotBe(typeof(LazyShelf));
        shelf.Jars.Select(j => j.Id).Order().ShouldBe([1, 2]);
        var jar = await context.Set<LazyJar>().SingleAsync(j => j.Shelf == 1 && j.Id == 2);
        jar.On!.Name.ShouldBe("a");
        jar.Label!.Text.ShouldBe("by hand");
        (await context.Set<LazyLabel>().SingleAsync(l => l.Shelf == 1 && l.Jar == 2)).Of!.Id.ShouldBe(2);
    }

    public class LazyShelf
    {
        public virtual int Id { get; set; }

        public virtual string Name { get; set; } = "";

        public virtual ICollection<LazyJar> Jars { get; } = [];
    }

    public class LazyJar
    {
        public virtual int Shelf { get; set; }

        public virtual int Id { get; set; }

        public virtual LazyShelf? On { get; set; }

        public virtual LazyLabel? Label { get; set; }
    }

    /// <summary>Loads its navigation by hand.</summary>
    public class LazyLabel
    {
        private readonly ILazyLoader? _loader;
        private LazyJar? _of;

        public LazyLabel()
        {
        }

        protected LazyLabel(ILazyLoader loader)
            => _loader = loader;

        public virtual int Shelf { get; set; }

        public virtual int Jar { get; set; }

        public virtual string Text { get; set; } = "";

        public virtual LazyJar? Of
        {
            get => _loader is null ? _of : _loader.Load(this, ref _of);
            set => _of = value;
        }
    }

    private sealed class LazyContext(TestStore store) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder.UseDynamo(store.ConnectionString).UseLazyLoadingProxies();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<LazyShelf>().Property(s => s.Id).ValueGeneratedNever();
            modelBuilder.Entity<LazyJar>(jar =>
            {
                jar.HasKey(j => new { j.Shelf, j.Id });
                jar.HasOne(j => j.On).WithMany(s => s.Jars).HasForeignKey(j => j.Shelf);
                jar.HasOne(j => j.Label).WithOne(l => l.Of).HasForeignKey<LazyLabel>(l => new { l.Shelf, l.Jar });
            });
            modelBuilder.Entity<LazyLabel>().HasKey(l => new { l.Shelf, l.Jar });
        }
    }
}

public sealed class EmbeddedLoadTests() : LoadTests(new EmbeddedStore());
