using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Query.Includes;

public readonly record struct DepartmentId(int Value);

public enum CourseKind
{
    Lecture,
    Seminar,
}

public sealed class Department
{
    public DepartmentId Id { get; set; }

    public string Name { get; set; } = "";

    public List<Teacher> Teachers { get; } = [];
}

public abstract class Person
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public Guid? MentorId { get; set; }

    public Person? Mentor { get; set; }

    public List<Person> Mentees { get; } = [];
}

public sealed class Teacher : Person
{
    public DepartmentId? DepartmentId { get; set; }

    public Department? Department { get; set; }

    public Office? Office { get; set; }

    public List<Course> Courses { get; } = [];
}

public sealed class Office
{
    public string Room { get; set; } = "";

    public List<string> Hours { get; set; } = [];
}

public sealed class Student : Person
{
    public Locker? Locker { get; set; }

    public List<Course> Courses { get; } = [];

    public List<Enrollment> Enrollments { get; } = [];

    public ICollection<Club> Clubs { get; } = [];
}

public sealed class Locker
{
    public int Id { get; set; }

    public Guid StudentId { get; set; }

    public Student? Student { get; set; }
}

public sealed class Course
{
    public CourseKind Kind { get; set; }

    public int Number { get; set; }

    public string Title { get; set; } = "";

    public Guid? TeacherId { get; set; }

    public Teacher? Teacher { get; set; }

    public List<Student> Students { get; } = [];

    public List<Enrollment> Enrollments { get; } = [];
}

public sealed class Enrollment
{
    public Guid StudentId { get; set; }

    public Student? Student { get; set; }

    public CourseKind CourseKind { get; set; }

    public int CourseNumber { get; set; }

    public Course? Course { get; set; }

    public int Grade { get; set; }
}

public sealed class Club
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public ICollection<Student> Members { get; } = [];
}

/// <summary>
///     People of two kinds with a mentor among them, departments with typed ids, courses with a composite key that has an enum, enrollments with a grade
///     between students and courses, clubs with members and no entity between; each in a table of its own, with the indexes that its navigations need.
/// </summary>
public class CampusContext(TestStore store, IDynamoClient? client = null) : DbContext
{
    public static readonly Guid Ada = new("00000000-0000-0000-0000-00000000000a");
    public static readonly Guid Bob = new("00000000-0000-0000-0000-00000000000b");
    public static readonly Guid Cyd = new("00000000-0000-0000-0000-00000000000c");
    public static readonly Guid Dee = new("00000000-0000-0000-0000-00000000000d");
    public static readonly Guid Nobody = new("00000000-0000-0000-0000-0000000000ff");

    public DbSet<Department> Departments => Set<Department>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Teacher> Teachers => Set<Teacher>();

    public DbSet<Student> Students => Set<Student>();

    public DbSet<Locker> Lockers => Set<Locker>();

    public DbSet<Course> Courses => Set<Course>();

    public DbSet<Enrollment> Enrollments => Set<Enrollment>();

    public DbSet<Club> Clubs => Set<Club>();

    public static async Task CreateAsync(TestStore store)
    {
        await using var context = new CampusContext(store);
        await context.Database.EnsureCreatedAsync();
        context.AddRange(new Department { Id = new(1), Name = "Logic" }, new Department { Id = new(2), Name = "Music" });
        context.AddRange(
            new Teacher { Id = Ada, Name = "Ada", DepartmentId = new(1), Office = new() { Room = "12", Hours = ["Mon"] } },
            new Teacher { Id = Bob, Name = "Bob", DepartmentId = new(1), MentorId = Ada },
            new Student { Id = Cyd, Name = "Cyd", MentorId = Ada },
            new Student { Id = Dee, Name = "Dee", MentorId = Cyd });
        context.AddRange(
            new Course { Kind = CourseKind.Lecture, Number = 1, Title = "Sets", TeacherId = Ada },
            new Course { Kind = CourseKind.Lecture, Number = 2, Title = "Proofs", TeacherId = Ada },
            new Course { Kind = CourseKind.Seminar, Number = 1, Title = "Types", TeacherId = Bob },
            new Course { Kind = CourseKind.Seminar, Number = 2, Title = "Ghosts", TeacherId = Nobody });
        context.AddRange(
            new Enrollment { StudentId = Cyd, CourseKind = CourseKind.Lecture, CourseNumber = 1, Grade = 5 },
            new Enrollment { StudentId = Cyd, CourseKind = CourseKind.Seminar, CourseNumber = 1, Grade = 3 },
            new Enrollment { StudentId = Dee, CourseKind = CourseKind.Lecture, CourseNumber = 1, Grade = 4 });
        context.Add(new Locker { Id = 7, StudentId = Cyd });
        await context.SaveChangesAsync();
        var students = await context.Students.AllowScan().ToListAsync();
        context.AddRange(new Club { Id = 1, Name = "Chess" }, new Club { Id = 2, Name = "Choir" });
        context.Clubs.Local.Single(c => c.Id == 1).Members.Add(students.Single(s => s.Id == Cyd));
        context.Clubs.Local.Single(c => c.Id == 1).Members.Add(students.Single(s => s.Id == Dee));
        context.Clubs.Local.Single(c => c.Id == 2).Members.Add(students.Single(s => s.Id == Dee));
        await context.SaveChangesAsync();
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => _ = client is null ? optionsBuilder.UseDynamo(store.ConnectionString) : optionsBuilder.UseDynamo(client);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Department>().Property(d => d.Id).HasConversion(id => id.Value, value => new DepartmentId(value)).ValueGeneratedNever();
        modelBuilder.Entity<Person>(person =>
        {
            person.HasOne(p => p.Mentor).WithMany(p => p.Mentees).HasForeignKey(p => p.MentorId);
            person.HasGlobalSecondaryIndex("by-mentor").HasPartitionKey(p => p.MentorId);
        });
        modelBuilder.Entity<Teacher>(teacher =>
        {
            teacher.Property(t => t.DepartmentId).HasConversion(id => id!.Value.Value, value => new DepartmentId(value));
            teacher.HasOne(t => t.Department).WithMany(d => d.Teachers).HasForeignKey(t => t.DepartmentId);
            teacher.OwnsOne(t => t.Office);
            teacher.HasGlobalSecondaryIndex("by-department").HasPartitionKey(t => t.DepartmentId);
        });
        modelBuilder.Entity<Student>(student => student.HasOne(s => s.Locker).WithOne(l => l.Student).HasForeignKey<Locker>(l => l.StudentId));
        modelBuilder.Entity<Locker>(locker =>
        {
            locker.Property(l => l.Id).ValueGeneratedNever();
            locker.HasGlobalSecondaryIndex("by-student").HasPartitionKey(l => l.StudentId);
        });
        ConfigureCourses(modelBuilder);
        modelBuilder.Entity<Club>(club =>
        {
            club.Property(c => c.Id).ValueGeneratedNever();
            club.HasMany(c => c.Members).WithMany(s => s.Clubs).UsingEntity(
                "Membership",
                left => left.HasOne(typeof(Student)).WithMany().HasForeignKey("StudentId"),
                right => right.HasOne(typeof(Club)).WithMany().HasForeignKey("ClubId"),
                membership =>
                {
                    membership.HasKey("ClubId", "StudentId");
                    membership.HasGlobalSecondaryIndex("by-student").HasPartitionKey("{StudentId}");
                });
        });
    }

    private static void ConfigureCourses(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Course>(course =>
        {
            course.HasKey(c => new { c.Kind, c.Number });
            course.Property(c => c.Kind).HasConversion<string>();
            course.HasOne(c => c.Teacher).WithMany(t => t.Courses).HasForeignKey(c => c.TeacherId);
            course.HasGlobalSecondaryIndex("by-teacher").HasPartitionKey(c => c.TeacherId).HasSortKey(c => c.Title);
            course.HasMany(c => c.Students).WithMany(s => s.Courses).UsingEntity<Enrollment>(
                left => left.HasOne(e => e.Student).WithMany(s => s.Enrollments).HasForeignKey(e => e.StudentId),
                right => right.HasOne(e => e.Course).WithMany(c => c.Enrollments).HasForeignKey(e => new { e.CourseKind, e.CourseNumber }),
                enrollment =>
                {
                    enrollment.Property(e => e.CourseKind).HasConversion<string>();
                    enrollment.HasKey(e => new { e.StudentId, e.CourseKind, e.CourseNumber });
                    enrollment.HasPartitionKey(e => e.StudentId).HasSortKey(e => $"{e.CourseKind}#{e.CourseNumber}");
                    enrollment.HasGlobalSecondaryIndex("by-course").HasPartitionKey(e => e.CourseKind, e => e.CourseNumber);
                });
        });
    }
}
