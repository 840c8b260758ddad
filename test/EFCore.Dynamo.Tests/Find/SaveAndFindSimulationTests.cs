using System.Text.Json;
using EFCore.Dynamo.Tests.Stores;
using EFCore.Dynamo.Tests.Update;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Find;

/// <summary>Random changes of entities with nested values, saved in one context or several, against what the objects say.</summary>
public abstract class SaveAndFindSimulationTests(TestStore store) : IDisposable
{
    private readonly StoredShop _shop = new(store);

    public void Dispose()
    {
        _shop.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20261123)]
    public void What_was_saved_is_what_is_found(int seed)
    {
        var random = new Random(seed);
        var expected = new Dictionary<int, string>();
        var context = _shop.CreateContext();
        for (var step = 0; step < 120; step++)
        {
            if (random.Next(4) == 0)
            {
                context.Dispose();
                context = _shop.CreateContext();
            }

            if (random.Next(3) == 0)
            {
                context.Database.AutoTransactionBehavior = (AutoTransactionBehavior)random.Next(3);
            }

            // Each once a save: EF itself refuses to track an owned entity that is replaced twice between two saves.
            var changed = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(1, 6)).Distinct().ToList();
            changed.ForEach(id => ChangeOne(context, id, random));
            context.SaveChanges();

            foreach (var id in changed)
            {
                Remember(context, id, expected);
                Found(id).ShouldBe(expected.GetValueOrDefault(id), $"seed {seed}, step {step}, id {id}");
            }

            context.ChangeTracker.DetectChanges();
            context.ChangeTracker.HasChanges().ShouldBeFalse($"seed {seed}, step {step}");
        }

        context.Dispose();
        expected.Keys.ShouldAllBe(id => Found(id) == expected[id]);
    }

    private static void ChangeOne(ShopContext context, int id, Random random)
    {
        var person = context.People.Find(id);
        if (person is null)
        {
            context.Add(NewPerson(id, random));
        }
        else if (random.Next(12) == 0)
        {
            context.Remove(person);
        }
        else
        {
            Change(person, random);
        }
    }

    private static void Change(Person person, Random random)
    {
        switch (random.Next(12))
        {
            case 0:
                person.Home.City = Text(random);
                break;
            case 1:
                person.Home = new Address { City = Text(random), Street = Text(random) };
                break;
            case 2:
                person.Work = random.Next(2) == 0 ? null : new Address { Street = Text(random) };
                break;
            case 3:
                person.Work?.City = Text(random);
                break;
            case 4:
                person.Former.Insert(random.Next(person.Former.Count + 1), new Address { City = Text(random) });
                break;
            case 5 when person.Former.Count > 0:
                person.Former.RemoveAt(random.Next(person.Former.Count));
                break;
            case 6 when person.Former.Count > 0:
                person.Former[random.Next(person.Former.Count)].Street = Text(random);
                break;
            case 7:
                person.Passport = random.Next(3) == 0
                    ? null
                    : new Passport { Number = Text(random)!, Visa = random.Next(2) == 0 ? null : new Stamp { Text = Text(random) } };
                break;
            case 8 when person.Passport is not null:
                person.Passport.Country = Text(random);
                break;
            case 9 when person.Passport is not null:
                person.Passport.Visa = person.Passport.Visa is null || random.Next(2) == 0 ? new Stamp { Text = Text(random) } : null;
                break;
            case 10 when person.Phones.Count > 0:
                person.Phones.RemoveAt(random.Next(person.Phones.Count));
                break;
            default:
                person.Phones.Insert(random.Next(person.Phones.Count + 1), new Phone { Number = Text(random)! });
                break;
        }
    }

    private static void Remember(ShopContext context, int id, Dictionary<int, string> expected)
    {
        var tracked = context.People.Local.SingleOrDefault(person => person.Id == id);
        if (tracked is null)
        {
            expected.Remove(id);
        }
        else
        {
            expected[id] = JsonSerializer.Serialize(tracked);
        }
    }

    private string? Found(int id)
    {
        using var context = _shop.CreateContext();
        return context.People.Find(id) is { } person ? JsonSerializer.Serialize(person) : null;
    }

    private static Person NewPerson(int id, Random random)
    {
        var person = new Person { Id = id, Home = new Address { City = Text(random) } };
        for (var i = random.Next(5); i > 0; i--)
        {
            Change(person, random);
        }

        return person;
    }

    private static string? Text(Random random) => "t" + random.Next(1000);
}
