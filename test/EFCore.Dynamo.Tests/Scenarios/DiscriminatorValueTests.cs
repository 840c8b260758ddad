using EFCore.Dynamo.Tests.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EFCore.Dynamo.Tests.Scenarios;

/// <summary>Discriminators of any type that can be stored: what counts is the stored value.</summary>
public sealed class DiscriminatorValueTests
{
    [Fact]
    public void A_struct_with_a_converter_tells_types_apart()
        => Check<StructKind>(
            d => d.HasValue<Cat>(new StructKind("cat")).HasValue<Dog>(new StructKind("dog")), p => p.HasConversion(k => k.Text, s => new StructKind(s)));

    [Fact]
    public void A_record_with_a_converter_tells_types_apart()
        => Check<RecordKind>(
            d => d.HasValue<Cat>(new RecordKind("cat")).HasValue<Dog>(new RecordKind("dog")), p => p.HasConversion(k => k.Text, s => new RecordKind(s)));

    [Fact]
    public void A_class_without_equality_tells_types_apart_by_its_comparer()
        => Check<ClassKind>(
            d => d.HasValue<Cat>(new ClassKind("cat")).HasValue<Dog>(new ClassKind("dog")),
            p => p.HasConversion(
                k => k.Text,
                s => new ClassKind(s),
                new ValueComparer<ClassKind>((l, r) => l!.Text == r!.Text, k => k.Text.GetHashCode(StringComparison.Ordinal))));

    [Fact]
    public void Bytes_tell_types_apart()
        => Check<byte[]>(d => d.HasValue<Cat>([1]).HasValue<Dog>([2]), static _ => { });

    [Fact]
    public void An_enum_stored_as_text_tells_types_apart()
        => Check<DayOfWeek>(d => d.HasValue<Cat>(DayOfWeek.Friday).HasValue<Dog>(DayOfWeek.Sunday), p => p.HasConversion<string>());

    [Fact]
    public void A_number_tells_types_apart()
        => Check<long>(d => d.HasValue<Cat>(1L).HasValue<Dog>(2L), static _ => { });

    [Fact]
    public void Values_that_are_stored_alike_are_refused()
        => ModelHarness.Refuse(model =>
            {
                model.Entity<Apple>().ToDynamoTable("fruit").HasDiscriminator<ClassKind>("Kind").HasValue(new ClassKind("a"));
                model.Entity<Pear>().ToDynamoTable("fruit").HasDiscriminator<ClassKind>("Kind").HasValue(new ClassKind("A"));
                foreach (var type in model.Model.GetEntityTypes())
                {
                    type.FindProperty("Kind")!.SetValueConverter(new Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<ClassKind, string>(
                        k => k.Text.ToUpperInvariant(), s => new ClassKind(s)));
                }
            })
            .ShouldContain("'Apple' and 'Pear' share the table 'fruit' and the discriminator value");

    private static void Check<T>(Action<DiscriminatorBuilder<T>> configureValues, Action<PropertyBuilder<T>> configureProperty)
    {
        using var scenario = new Scenario(model =>
        {
            configureProperty(model.Entity<Animal>().Property<T>("Kind"));
            configureValues(model.Entity<Animal>().HasDiscriminator<T>("Kind"));
            model.Entity<Cat>();
            model.Entity<Dog>();
        });
        scenario.Save(new Cat { Id = "c" }, new Dog { Id = "d" });
        using var context = scenario.Open();

        context.Find<Cat>("c").ShouldNotBeNull();
        context.Find<Dog>("c").ShouldBeNull();
        context.ChangeTracker.Clear();
        context.Set<Animal>().Single(a => a.Id == "d").ShouldBeOfType<Dog>();
        context.Set<Dog>().Count(a => a.Id == "c" || a.Id == "d").ShouldBe(1);
        context.Set<Cat>().AllowScan().Single().Id.ShouldBe("c");
        context.Set<Cat>().SingleOrDefault(a => a.Id == "d").ShouldBeNull();
        context.Set<Animal>().AllowScan().Count(a => a is Dog).ShouldBe(1);
        context.Set<Animal>().Where(a => a.Id == "c" || a.Id == "d").Where(a => a is Dog && a.Name == null).ToList().Count.ShouldBe(1);
    }

    private abstract class Animal
    {
        public string Id { get; set; } = "";

        public string? Name { get; set; }
    }

    private sealed class Cat : Animal;

    private sealed class Dog : Animal;

    private sealed class Apple
    {
        public string Id { get; set; } = "";
    }

    private sealed class Pear
    {
        public string Id { get; set; } = "";
    }

    private readonly struct StructKind(string text)
    {
        public string Text { get; } = text;
    }

    private sealed record RecordKind(string Text);

    private sealed class ClassKind(string text)
    {
        public string Text { get; } = text;

        public override string ToString() => Text;
    }
}
