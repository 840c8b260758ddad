namespace EFCore.Dynamo.Tests.Query;

/// <summary>The data of all query tests; the same objects are the expectation.</summary>
internal static class ShopData
{
    public static List<Customer> CreateCustomers()
        => [new() { Id = 1, Name = "Ada", IsVip = true }, new() { Id = 2, Name = "Bob" }, new() { Id = 3, Name = "Cem" }];

    public static List<Order> CreateOrders()
    {
        var orders = new List<Order>();
        for (var customer = 1; customer <= 3; customer++)
        {
            for (var number = 1; number <= 12; number++)
            {
                orders.Add(CreateOrder(customer, number));
            }
        }

        return orders;
    }

    public static List<Animal> CreateAnimals()
        => [
            new Cat { Owner = 1, Name = "Minka", Age = 3, IsIndoor = true },
            new Cat { Owner = 1, Name = "Tom", Age = 9 },
            new Dog { Owner = 1, Name = "Rex", Age = 5, Trick = "sit" },
            new Puppy { Owner = 1, Name = "Bo", Age = 0, Weeks = 9 },
            new Dog { Owner = 2, Name = "Max", Age = 7 },
        ];

    private static Order CreateOrder(int customer, int number)
        => new()
        {
            CustomerId = customer,
            Number = number,
            PlacedAt = new DateTime(2026, 1, number, 8, 0, 0, DateTimeKind.Utc),
            Status = (OrderStatus)(number % 3),
            Priority = (Priority)(number % 2),
            Total = number * 10.5m,
            Weight = number / 4.0,
            Pieces = (short)(number % 5),
            Views = number * 1_000_000_000L,
            Discount = number % 4 == 0 ? null : number % 4 * 5,
            IsGift = number % 3 == 0,
            IsChecked = number % 3 == 0 ? null : number % 3 == 1,
            Note = number % 5 == 0 ? null : $"note {(char)('a' + number)}",
            City = (number % 4) switch { 0 => "Oslo", 1 => "Zürich", 2 => "\uFF21", _ => "\U0001F600" },
            Grade = (char)('A' + number % 3),
            Reference = new Guid(customer, (short)number, 0, [1, 2, 3, 4, 5, 6, 7, 8]),
            PaidAt = number % 2 == 0 ? new DateTime(2026, 2, number, 0, 0, 0, DateTimeKind.Utc) : null,
            Hash = number % 6 == 0 ? null : [(byte)number, 255],
            Tags = [.. Enumerable.Range(0, number % 4).Select(i => $"t{i}")],
            Labels = [.. Enumerable.Range(0, number % 3).Select(i => $"l{i}")],
            Scores = [.. Enumerable.Range(0, number % 4).Select(i => i * number)],
            Extras = number % 2 == 0 ? new() { ["color"] = number % 4 == 0 ? "red" : "blue" } : [],
            ShipTo = number % 3 == 2
                ? null
                : new Address
                {
                    Street = number % 2 == 0 ? null : $"street {number}",
                    City = number % 2 == 0 ? "Rome" : "Bern",
                    Zip = 1000 + number,
                    Country = number % 4 == 1 ? new Country { Code = "CH" } : null,
                },
            Lines = [.. Enumerable.Range(1, number % 3).Select(
                i => new OrderLine { Sku = $"s{i}", Quantity = i * number, Notes = i == 2 ? [new() { Text = "n" }] : [] })],
            Price = new Price { Amount = number * 1.25m, Currency = number % 2 == 0 ? "EUR" : "CHF" },
        };
}
