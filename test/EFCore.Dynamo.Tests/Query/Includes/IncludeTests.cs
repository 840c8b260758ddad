using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Includes;

/// <summary>What <c>Include</c> can be asked, with each way of tracking.</summary>
public abstract class IncludeTests(TestStore store) : IAsyncLifetime
{
    public static readonly TheoryData<QueryTrackingBehavior> Trackings =
        new(QueryTrackingBehavior.TrackAll, QueryTrackingBehavior.NoTracking, QueryTrackingBehavior.NoTrackingWithIdentityResolution);

    public Task InitializeAsync() => CampusContext.CreateAsync(store);

    public Task DisposeAsync()
    {
        store.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task A_reference_by_a_converted_key(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        var teacher = await context.Teachers.Include(t => t.Department).SingleAsync(t => t.Id == CampusContext.Ada);

        teacher.Department!.Name.ShouldBe("Logic");
        teacher.Department.Teachers.ShouldBe([teacher]);
        teacher.Office!.Hours.ShouldBe(["Mon"]);
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task A_collection_by_a_converted_key(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        var department = await context.Departments.Include(d => d.Teachers).SingleAsync(d => d.Id == new DepartmentId(1));

        department.Teachers.Select(t => t.Name).Order().ShouldBe(["Ada", "Bob"]);
        department.Teachers.ShouldAllBe(t => ReferenceEquals(t.Department, department));
        department.Teachers.Single(t => t.Id == CampusContext.Ada).Office!.Room.ShouldBe("12");
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task Three_levels_of_collections_and_references(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        var department = await context.Departments
            .Include(d => d.Teachers).ThenInclude(t => t.Courses).ThenInclude(c => c.Enrollments).ThenInclude(e => e.Student)
            .SingleAsync(d => d.Id == new DepartmentId(1));

        department.Teachers.SelectMany(t => t.Courses).SelectMany(c => c.Enrollments.Select(e => $"{c.Title} {e.Student!.Name} {e.Grade}")).Order()
            .ShouldBe(["Sets Cyd 5", "Sets Dee 4", "Types Cyd 3"]);
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task A_cycle_ends_where_it_began(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        var query = context.Students.Include(s => s.Courses).ThenInclude(c => c.Students);
        if (tracking == QueryTrackingBehavior.NoTracking)
        {
            // EF's own rule: without identities it cannot end.
            (await Should.ThrowAsync<InvalidOperationException>(() => query.SingleAsync(s => s.Id == CampusContext.Cyd))).Message.ShouldContain("cycle");
            return;
        }

        var student = await query.SingleAsync(s => s.Id == CampusContext.Cyd);
        student.Courses.Count.ShouldBe(2);
        student.Courses.ShouldAllBe(c => c.Students.Contains(student));
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task A_reference_to_the_own_type_of_whichever_kind(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        var person = await context.People.Include(p => p.Mentor!.Mentor).SingleAsync(p => p.Id == CampusContext.Dee);

        person.Mentor.ShouldBeOfType<Student>().Name.ShouldBe("Cyd");
        person.Mentor!.Mentor.ShouldBeOfType<Teacher>().Office!.Room.ShouldBe("12");
        person.Mentor.Mentor!.Mentor.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task A_collection_of_the_own_type_holds_each_kind(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        var person = await context.People.Include(p => p.Mentees).ThenInclude(p => p.Mentees).SingleAsync(p => p.Id == CampusContext.Ada);

        person.Mentees.OrderBy(p => p.Name).Select(p => p.GetType()).ShouldBe([typeof(Teacher), typeof(Student)]);
        person.Mentees.Single(p => p.Name == "Cyd").Mentees.ShouldHaveSingleItem().Name.ShouldBe("Dee");
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task Navigations_of_derived_types(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        Guid[] ids = [CampusContext.Ada, CampusContext.Cyd];
        var people = await context.People.Where(p => ids.Contains(p.Id))
            .Include(p => ((Teacher)p).Department).Include(p => (p as Teacher)!.Courses).Include(p => ((Student)p).Locker).ToListAsync();

        var teacher = people.OfType<Teacher>().Single();
        teacher.Department!.Name.ShouldBe("Logic");
        teacher.Courses.Count.ShouldBe(2);
        people.OfType<Student>().Single().Locker!.Id.ShouldBe(7);
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task Navigations_of_derived_types_behind_a_base_reference(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        var student = await context.Students.Include(s => ((Teacher)s.Mentor!).Department).Include(s => ((Teacher)s.Mentor!).Courses)
            .SingleAsync(s => s.Id == CampusContext.Cyd);

        student.Mentor.ShouldBeOfType<Teacher>().Department!.Name.ShouldBe("Logic");
        ((Teacher)student.Mentor!).Courses.Count.ShouldBe(2);
        (await context.Students.Include(s => ((Teacher)s.Mentor!).Courses).SingleAsync(s => s.Id == CampusContext.Dee)).Mentor.ShouldBeOfType<Student>();
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task One_to_one_from_both_ends(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        var student = await context.Students.Include(s => s.Locker).SingleAsync(s => s.Id == CampusContext.Cyd);
        student.Locker!.Student.ShouldBeSameAs(student);
        var locker = await context.Lockers.Include(l => l.Student).SingleAsync(l => l.Id == 7);
        locker.Student!.Locker.ShouldBeSameAs(locker);
        (await context.Students.Include(s => s.Locker).SingleAsync(s => s.Id == CampusContext.Dee)).Locker.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task Many_to_many_with_an_entity_between(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        var student = await context.Students.Include(s => s.Courses).SingleAsync(s => s.Id == CampusContext.Cyd);
        student.Courses.Select(c => c.Title).Order().ShouldBe(["Sets", "Types"]);

        var course = await context.Courses.Include(c => c.Students.OrderByDescending(s => s.Name)).SingleAsync(
            c => c.Kind == CourseKind.Lecture && c.Number == 1);
        course.Students.Select(s => s.Name).Order().ShouldBe(["Cyd", "Dee"]);
        student.Enrollments.Count.ShouldBe(tracking == QueryTrackingBehavior.NoTracking ? 0 : 2);
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task Many_to_many_with_no_entity_between(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        var club = await context.Clubs.Include(c => c.Members).SingleAsync(c => c.Id == 1);
        club.Members.Select(s => s.Name).Order().ShouldBe(["Cyd", "Dee"]);
        var student = await context.Students.Include(s => s.Clubs).AsSplitQuery().SingleAsync(s => s.Id == CampusContext.Dee);
        student.Clubs.Select(c => c.Name).Order().ShouldBe(["Chess", "Choir"]);
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task A_filtered_skip_navigation_and_one_behind_it(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        var student = await context.Students.Include(s => s.Courses.Where(c => c.Title != "Types").OrderBy(c => c.Title).Take(1)).ThenInclude(c => c.Teacher)
            .SingleAsync(s => s.Id == CampusContext.Cyd);
        student.Courses.ShouldHaveSingleItem().Teacher!.Name.ShouldBe("Ada");
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task Sibling_collections_do_not_multiply(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        var teacher = await context.Teachers.Include(t => t.Courses).Include(t => t.Mentees).Include(t => t.Department)
            .SingleAsync(t => t.Id == CampusContext.Ada);
        (teacher.Courses.Count, teacher.Mentees.Count, teacher.Department!.Name).ShouldBe((2, 2, "Logic"));
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task Filters_orders_skips_and_limits_are_each_owners(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        Guid[] ids = [CampusContext.Ada, CampusContext.Bob];
        var teachers = await context.Teachers.Where(t => ids.Contains(t.Id))
            .Include(t => t.Courses.OrderBy(c => c.Title).Skip(1).Take(1)).ToListAsync();
        teachers.OrderBy(t => t.Name).Select(t => string.Join(",", t.Courses.Select(c => c.Title))).ShouldBe(["Sets", ""]);
    }

    [Fact]
    public async Task Identities_decide_whether_one_entity_is_one_object()
    {
        foreach (var (tracking, objects) in new[]
            { (QueryTrackingBehavior.TrackAll, 1), (QueryTrackingBehavior.NoTracking, 2), (QueryTrackingBehavior.NoTrackingWithIdentityResolution, 1) })
        {
            await using var context = Open(tracking);
            var courses = await context.Courses.Where(c => c.Kind == CourseKind.Lecture).Include(c => c.Teacher).ToListAsync();
            courses.Select(c => c.Teacher!).Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(objects);
            context.ChangeTracker.Entries().Count().ShouldBe(tracking == QueryTrackingBehavior.TrackAll ? 4 : 0);
        }
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task A_principal_that_is_missing_leaves_null(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        var courses = await context.Courses.Where(c => c.Kind == CourseKind.Seminar).Include(c => c.Teacher!.Department).ToListAsync();
        courses.OrderBy(c => c.Number).Select(c => c.Teacher?.Department?.Name).ShouldBe(["Logic", null]);
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task Include_before_between_and_behind_other_operators(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        (await context.Courses.Include(c => c.Teacher).Where(c => c.Kind == CourseKind.Lecture).OrderByDescending(c => c.Number).Take(1).ToListAsync())
            .ShouldHaveSingleItem().Teacher!.Name.ShouldBe("Ada");
        (await context.Courses.Where(c => c.Kind == CourseKind.Lecture).OrderByDescending(c => c.Number).Skip(1).Include(c => c.Teacher).ToListAsync())
            .ShouldHaveSingleItem().Title.ShouldBe("Sets");
        (await context.Courses.Where(c => c.Kind == CourseKind.Lecture).Include(c => c.Teacher!.Department).Select(c => c.Teacher!).ToListAsync())
            .Select(t => t.Department!.Name).ShouldBe(["Logic", "Logic"]);
        (await context.Courses.Where(c => c.Kind == CourseKind.Lecture).Include(c => c.Teacher).Select(c => new { Course = c, c.Teacher!.Name }).ToListAsync())
            .ShouldAllBe(x => x.Course.Teacher!.Name == x.Name);
    }

    [Theory]
    [MemberData(nameof(Trackings))]
    public async Task Related_entities_are_projected(QueryTrackingBehavior tracking)
    {
        await using var context = Open(tracking);
        var rows = await context.Teachers.Where(t => t.Id == CampusContext.Ada)
            .Select(t => new { t.Department, t.Courses, First = t.Courses.OrderBy(c => c.Title).FirstOrDefault(), t.Mentor }).ToListAsync();
        var row = rows.ShouldHaveSingleItem();
        row.Department!.Name.ShouldBe("Logic");
        row.Courses.Count.ShouldBe(2);
        row.First!.Title.ShouldBe("Proofs");
        row.Mentor.ShouldBeNull();
    }

    [Fact]
    public async Task Split_and_single_are_the_same_query()
    {
        await using var context = Open(QueryTrackingBehavior.NoTracking);
        var query = context.Teachers.Where(t => t.Id == CampusContext.Ada).Include(t => t.Courses);
        query.AsSplitQuery().ToQueryString().ShouldBe(query.ToQueryString());
        (await query.AsSingleQuery().SingleAsync()).Courses.Count.ShouldBe(2);
    }

    private CampusContext Open(QueryTrackingBehavior tracking)
        => new(store) { ChangeTracker = { QueryTrackingBehavior = tracking } };
}

public sealed class EmbeddedIncludeTests() : IncludeTests(new EmbeddedStore());
