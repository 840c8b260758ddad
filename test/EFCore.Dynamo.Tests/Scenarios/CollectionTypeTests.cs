using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using EFCore.Dynamo.Tests.Metadata;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Scenarios;

/// <summary>Whatever collection a property declares: it comes back as it was, or the model is refused with the property's name.</summary>
public sealed class CollectionTypeTests : IDisposable
{
    private readonly Scenario _scenario = new(model => model.Entity<Shelf>());

    public void Dispose() => _scenario.Dispose();

    [Fact]
    public void Collections_come_back_as_they_were_saved()
    {
        _scenario.Save(Full());

        using var context = _scenario.Open();
        var found = context.Find<Shelf>("full")!;
        foreach (var property in typeof(Shelf).GetProperties().Where(property => property.Name != nameof(Shelf.Id)))
        {
            Elements(property.GetValue(found)).ShouldBe(Elements(property.GetValue(Full())), property.Name);
        }

        context.ChangeTracker.HasChanges().ShouldBeFalse();
    }

    [Fact]
    public void Absent_collections_change_nothing()
    {
        _scenario.Save(new Shelf { Id = "empty" });

        using var context = _scenario.Open();
        context.Find<Shelf>("empty")!.Array.ShouldBeEmpty();
        context.ChangeTracker.HasChanges().ShouldBeFalse();
    }

    [Fact]
    public void Changes_are_seen_and_saved()
    {
        _scenario.Save(Full());
        using (var context = _scenario.Open())
        {
            var shelf = context.Find<Shelf>("full")!;
            shelf.Queue!.Dequeue();
            shelf.Linked!.AddLast(5);
            shelf.Array = shelf.Array.Add(9);
            shelf.Nullables!.Remove(null);
            context.SaveChanges().ShouldBe(1);
        }

        using var other = _scenario.Open();
        var found = other.Find<Shelf>("full")!;
        found.Queue.ShouldBe([1]);
        found.Linked.ShouldBe([2, 1, 5]);
        found.Array.ShouldBe([2, 1, 9]);
        found.Nullables.ShouldBe([3]);
    }

    [Fact]
    public void Filters_look_into_collections()
    {
        _scenario.Save(Full());
        using var context = _scenario.Open();

        context.Set<Shelf>().AllowScan().Count(s => s.ReadOnly!.Contains(2) && s.Numbers!.Contains(1) && s.Immutable!.Contains(2)).ShouldBe(1);
        context.Set<Shelf>().AllowScan().Count(s => s.ReadOnly!.Contains(7)).ShouldBe(0);
    }

    [Theory]
    [InlineData(typeof(Stack<int>))]
    [InlineData(typeof(ImmutableStack<int>))]
    [InlineData(typeof(ConcurrentBag<int>))]
    [InlineData(typeof(ArraySegment<int>))]
    [InlineData(typeof(Numbers))]
    [InlineData(typeof(SortedDictionary<string, int>))]
    [InlineData(typeof(List<object>))]
    [InlineData(typeof(int[,]))]
    [InlineData(typeof(ArrayList))]
    public void What_cannot_be_made_is_refused_by_name(Type type)
        => ModelHarness.Refuse(model => model.Entity(typeof(Box<>).MakeGenericType(type)).Property("Value")).ShouldContain(".Value'");

    private static string Elements(object? collection) => JsonSerializer.Serialize(collection);

    private static Shelf Full()
        => new()
        {
            Id = "full",
            ReadOnly = new([2, 1]),
            Array = [2, 1],
            MaybeArray = [2, 1],
            Immutable = [2, 1],
            ImmutableInterface = [2, 1],
            ImmutableSet = [2, 1],
            ImmutableSetInterface = ImmutableHashSet.Create(1, 2),
            Frozen = FrozenSet.Create(1, 2),
            ReadOnlySet = new(new HashSet<int> { 1, 2 }),
            Numbers = new HashSet<int> { 1, 2 },
            Nullables = [3, null],
            Flags = new HashSet<bool> { true },
            Queue = new([2, 1]),
            ConcurrentQueue = new([2, 1]),
            Linked = new([2, 1]),
            Words = new(["b", "a"]),
            Nested = [[2, 1], []],
            Named = new Dictionary<string, ReadOnlyCollection<int>> { ["a"] = new([2, 1]) },
        };

    private sealed class Shelf
    {
        public string Id { get; set; } = "";

        public ReadOnlyCollection<int>? ReadOnly { get; set; }

        public ImmutableArray<int> Array { get; set; }

        public ImmutableArray<int>? MaybeArray { get; set; }

        public ImmutableList<int>? Immutable { get; set; }

        public IImmutableList<int>? ImmutableInterface { get; set; }

        public ImmutableSortedSet<int>? ImmutableSet { get; set; }

        public IImmutableSet<int>? ImmutableSetInterface { get; set; }

        public FrozenSet<int>? Frozen { get; set; }

        public ReadOnlySet<int>? ReadOnlySet { get; set; }

        public IReadOnlySet<int>? Numbers { get; set; }

        public HashSet<int?>? Nullables { get; set; }

        public ISet<bool>? Flags { get; set; }

        public Queue<int>? Queue { get; set; }

        public ConcurrentQueue<int>? ConcurrentQueue { get; set; }

        public LinkedList<int>? Linked { get; set; }

        public Words? Words { get; set; }

        public List<ImmutableArray<int>>? Nested { get; set; }

        public Dictionary<string, ReadOnlyCollection<int>>? Named { get; set; }
    }

    private sealed class Box<T>
    {
        public int Id { get; set; }

        public T? Value { get; set; }
    }

    [CollectionBuilder(typeof(Words), nameof(Create))]
    private sealed class Words(string[] items) : IEnumerable<string>
    {
        public static Words Create(ReadOnlySpan<string> items) => new(items.ToArray());

        public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)items).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Numbers : IEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator() => Enumerable.Range(0, 2).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
