using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Tests.Scenarios;

/// <summary>A complex value with a discriminator of its own may be null: with the entity, later, and back again.</summary>
public sealed class ComplexDiscriminatorTests : IDisposable
{
    private readonly Scenario _scenario = new(static model => model.Entity<Owner>(owner =>
    {
        owner.ComplexProperty(o => o.Named, named =>
        {
            named.HasDiscriminator(n => n.Tag).HasValue("named");
            named.ComplexProperty(n => n.Inner, inner => inner.HasDiscriminator(i => i.Kind).HasValue(7));
        });
        owner.ComplexProperty(o => o.Shadow, shadow => shadow.HasDiscriminator<string>("Kind").HasValue("shadow"));
    }));

    public void Dispose() => _scenario.Dispose();

    [Fact]
    public async Task Null_values_are_added()
    {
        _scenario.Save(new Owner { Id = 1 });

        (await GetAsync()).Count.ShouldBe(1);
        await using var context = _scenario.Open();
        var owner = (await context.FindAsync<Owner>(1))!;
        (owner.Named, owner.Shadow).ShouldBe((null, null));
    }

    [Fact]
    public async Task Values_are_set_to_null_and_back_and_stored_with_their_discriminators()
    {
        _scenario.Save(new Owner { Id = 1, Named = new Named { A = 1, Inner = new Inner { A = 2 } }, Shadow = new Shadow { A = 3 } });
        await CheckDiscriminators();

        Change(owner => (owner.Named, owner.Shadow) = (null, null));
        (await GetAsync()).Count.ShouldBe(1);

        Change(owner => (owner.Named, owner.Shadow) = (new Named { A = 1, Inner = new Inner() }, new Shadow()));
        await CheckDiscriminators();

        Change(owner => owner.Named!.Inner = null);
        Change(owner => owner.Named!.Inner = new Inner { A = 5 });
        Change(owner => owner.Named!.A = 5);
        await CheckDiscriminators();
    }

    [Fact]
    public async Task A_value_that_the_application_set_is_kept()
    {
        _scenario.Save(new Owner { Id = 1, Named = new Named { Tag = "other" } });

        (await GetAsync())["Named"].GetMap()["Tag"].ShouldBe(AttributeValue.FromString("other"));
        Change(owner => owner.Named!.Tag = null);
        (await GetAsync())["Named"].GetMap()["Tag"].ShouldBe(AttributeValue.FromString("named"));
    }

    private async Task CheckDiscriminators()
    {
        var item = await GetAsync();
        item["Named"].GetMap()["Tag"].ShouldBe(AttributeValue.FromString("named"));
        item["Named"].GetMap()["Inner"].GetMap()["Kind"].ShouldBe(AttributeValue.FromNumber(7));
        item["Shadow"].GetMap()["Kind"].ShouldBe(AttributeValue.FromString("shadow"));
    }

    private void Change(Action<Owner> change)
    {
        using var context = _scenario.Open();
        change(context.Find<Owner>(1)!);
        context.SaveChanges().ShouldBe(1);
    }

    private async Task<Item> GetAsync()
        => (await _scenario.Client.GetItemAsync(new GetItemRequest
        {
            TableName = nameof(Owner),
            Key = Item.Create(("Id", AttributeValue.FromNumber(1))),
        })).Item!.Value;

    private sealed class Owner
    {
        public int Id { get; set; }

        public Named? Named { get; set; }

        public Shadow? Shadow { get; set; }
    }

    private sealed class Named
    {
        public int A { get; set; }

        public string? Tag { get; set; }

        public Inner? Inner { get; set; }
    }

    private sealed class Inner
    {
        public int A { get; set; }

        public int Kind { get; set; }
    }

    private sealed class Shadow
    {
        public int A { get; set; }
    }
}
