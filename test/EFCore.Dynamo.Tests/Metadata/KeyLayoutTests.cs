using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Metadata;

public sealed class KeyLayoutTests
{
    [Fact]
    public void Key_templates_give_computed_attributes_PK_and_SK()
    {
        var model = ModelHarness.Build(builder => builder.Entity<Order>(b =>
        {
            b.ToDynamoTable("shop");
            b.HasPartitionKey(o => $"CUSTOMER#{o.CustomerId}");
            b.HasSortKey(o => $"ORDER#{o.PlacedAt:O}#{o.Id}");
        }));

        var layout = model.FindEntityType(typeof(Order))!.GetKeyLayout();

        layout.TableName.ShouldBe("shop");
        layout.PartitionKey.AttributeName.ShouldBe("PK");
        layout.PartitionKey.Template.ToString().ShouldBe("CUSTOMER#{CustomerId}");
        layout.PartitionKey.IsComputed.ShouldBeTrue();
        layout.PartitionKey.Property.ShouldBeNull();
        layout.PartitionKey.AttributeType.ShouldBe(AttributeType.String);
        layout.SortKey!.AttributeName.ShouldBe("SK");
        layout.SortKey.Holes.Select(hole => hole.Property.Name).ShouldBe(["PlacedAt", "Id"]);
        layout.SortKey.Holes[0].Hole.Format.ShouldBe("O");
        layout.SortKey.Holes[0].Hole.ClrType.ShouldBe(typeof(DateTimeOffset));
        layout.IsCoveredByPrimaryKey.ShouldBeTrue();
    }

    internal sealed class Order
    {
        public int Id { get; set; }

        public int CustomerId { get; set; }

        public DateTimeOffset PlacedAt { get; set; }
    }
}
