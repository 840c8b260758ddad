using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Includes;

/// <summary>Query filters on both ends of a navigation, and navigations that are always included.</summary>
public abstract class FilterAndAutoIncludeTests(TestStore store) : IAsyncLifetime
{
    public Task InitializeAsync() => CampusContext.CreateAsync(store);

    public Task DisposeAsync()
    {
        store.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_filter_of_the_collection_leaves_its_items_out()
    {
        await using var context = new FilteredContext(store);
        var teacher = await context.Teachers.Include(t => t.Courses).AsNoTracking().SingleAsync(t => t.Id == CampusContext.Ada);
        teacher.Courses.Select(c => c.Title).ShouldBe(["Sets"]);
        (await context.Teachers.Include(t => t.Courses).IgnoreQueryFilters().AsNoTracking().SingleAsync(
            t => t.Id == CampusContext.Ada)).Courses.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_filter_of_the_reference_leaves_null_or_the_row_out()
    {
        await using var context = new FilteredContext(store);
        var courses = await context.Courses.IgnoreAutoIncludes().AsNoTracking().Where(c => c.Kind == CourseKind.Seminar).Include(c => c.Teacher).ToListAsync();
        courses.Select(c => (c.Title, c.Teacher?.Name)).ShouldBe([("Ghosts", null)]);
        (await context.Enrollments.Where(
            e => e.CourseKind == CourseKind.Lecture && e.CourseNumber == 1).Include(e => e.Course).Select(e => e.Course!.Title).ToListAsync())
            .ShouldBe(["Sets", "Sets"]);
        (await context.Enrollments.Where(e => e.StudentId == CampusContext.Cyd).Include(e => e.Course).CountAsync(e => e.Course!.Number > 0)).ShouldBe(1);
    }

    [Fact]
    public async Task A_filter_of_the_joining_entity_and_of_the_far_end_hold_for_skip_navigations()
    {
        await using var context = new FilteredContext(store);
        var student = await context.Students.Include(s => s.Courses).AsNoTracking().SingleAsync(s => s.Id == CampusContext.Cyd);
        student.Courses.Select(c => c.Title).ShouldBe(["Sets"]);
        (await context.Students.IgnoreQueryFilters().Include(s => s.Courses).AsNoTracking().SingleAsync(
            s => s.Id == CampusContext.Cyd)).Courses.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Navigations_that_are_always_included_are_until_they_are_ignored()
    {
        await using var context = new AutoIncludingContext(store);
        var course = await context.Courses.AsNoTracking().SingleAsync(c => c.Kind == CourseKind.Lecture && c.Number == 1);
        course.Teacher!.Department!.Name.ShouldBe("Logic");
        (await context.Courses.IgnoreAutoIncludes().AsNoTracking().SingleAsync(c => c.Kind == CourseKind.Lecture && c.Number == 1)).Teacher.ShouldBeNull();
    }

    private sealed class FilteredContext(TestStore store) : CampusContext(store)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            base.OnModelCreating(modelBuilder);
            modelBuilder.Entity<Course>().HasQueryFilter(c => c.Title != "Proofs" && c.Title != "Types");
            modelBuilder.Entity<Person>().HasQueryFilter(p => p.Name != "Bob");
        }
    }

    private sealed class AutoIncludingContext(TestStore store) : CampusContext(store)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            base.OnModelCreating(modelBuilder);
            modelBuilder.Entity<Course>().Navigation(c => c.Teacher).AutoInclude();
            modelBuilder.Entity<Teacher>().Navigation(c => c.Department).AutoInclude();
        }
    }
}

public sealed class EmbeddedFilterAndAutoIncludeTests() : FilterAndAutoIncludeTests(new EmbeddedStore());
