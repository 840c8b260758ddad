using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;

namespace AwsSdk;

/// <summary>A bookshelf on any <see cref="IAmazonDynamoDB" />: the low-level API, the document model and the object persistence model of the AWS SDK.</summary>
public static class Bookshelf
{
    private const string TableName = "books";

    /// <summary>Creates the table, works with it in all three ways, says what it sees, and deletes it.</summary>
    public static async Task RunAsync(IAmazonDynamoDB client, TextWriter output)
    {
        await CreateTableAsync(client);
        await WorkWithObjectsAsync(client, output);
        await WorkWithDocumentsAsync(client, output);
        await WorkWithPagesAsync(client, output);
        await client.DeleteTableAsync(TableName);
    }

    private static async Task CreateTableAsync(IAmazonDynamoDB client)
    {
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = TableName,
            KeySchema = [new("Author", KeyType.HASH), new("Title", KeyType.RANGE)],
            AttributeDefinitions = [new("Author", ScalarAttributeType.S), new("Title", ScalarAttributeType.S), new("Year", ScalarAttributeType.N)],
            GlobalSecondaryIndexes =
            [
                new()
                {
                    IndexName = "by-year",
                    KeySchema = [new("Year", KeyType.HASH), new("Author", KeyType.RANGE)],
                    Projection = new() { ProjectionType = ProjectionType.ALL },
                },
            ],
            BillingMode = BillingMode.PAY_PER_REQUEST,
        });
        while ((await client.DescribeTableAsync(TableName)).Table.TableStatus != TableStatus.ACTIVE)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
    }

    private static async Task WorkWithObjectsAsync(IAmazonDynamoDB client, TextWriter output)
    {
        using var context = new DynamoDBContextBuilder().WithDynamoDBClient(() => client).Build();
        await context.SaveAsync(new Book { Author = "Le Guin", Title = "The Dispossessed", Year = 1974, Subjects = ["utopia", "physics"] });
        var batch = context.CreateBatchWrite<Book>(new BatchWriteConfig { SkipVersionCheck = true });
        batch.AddPutItems(
        [
            new Book { Author = "Le Guin", Title = "A Wizard of Earthsea", Year = 1968, Subjects = ["magic"] },
            new Book { Author = "Lem", Title = "The Futurological Congress", Year = 1971 },
            new Book { Author = "Lem", Title = "The Invincible", Year = 1964 },
        ]);
        await batch.ExecuteAsync();

        var book = await context.LoadAsync<Book>("Le Guin", "The Dispossessed");
        await output.WriteLineAsync($"{book.Title} ({book.Year}): {string.Join(", ", book.Subjects)}; version {book.Version}");

        var stale = await context.LoadAsync<Book>("Le Guin", "The Dispossessed");
        book.IsLent = true;
        await context.SaveAsync(book);
        try
        {
            await context.SaveAsync(stale);
        }
        catch (ConditionalCheckFailedException exception)
        {
            await output.WriteLineAsync($"An old version is not saved: {exception.Message}");
        }

        var early = await context.QueryAsync<Book>("Le Guin", QueryOperator.BeginsWith, ["A "]).GetRemainingAsync();
        await output.WriteLineAsync($"Begins with A: {string.Join(", ", early.Select(found => found.Title))}");
        var of1971 = await context.QueryAsync<Book>(1971, new QueryConfig { IndexName = "by-year" }).GetRemainingAsync();
        await output.WriteLineAsync($"Of 1971: {string.Join(", ", of1971.Select(found => found.Title))}");
        var lent = await context.ScanAsync<Book>([new ScanCondition("IsLent", ScanOperator.Equal, true)]).GetRemainingAsync();
        await output.WriteLineAsync($"Lent: {string.Join(", ", lent.Select(found => found.Title))}");
        await context.DeleteAsync<Book>("Lem", "The Invincible");
    }

    private static async Task WorkWithDocumentsAsync(IAmazonDynamoDB client, TextWriter output)
    {
        var table = new TableBuilder(client, TableName).AddHashKey("Author", DynamoDBEntryType.String).AddRangeKey("Title", DynamoDBEntryType.String).Build();
        await table.PutItemAsync(new Document
        {
            ["Author"] = "Strugatsky",
            ["Title"] = "Roadside Picnic",
            ["Year"] = 1972,
            ["Notes"] = new Document { ["Place"] = "Harmont", ["Zones"] = new DynamoDBList([1, 2]) },
        });
        await table.UpdateItemAsync(new Document { ["Author"] = "Strugatsky", ["Title"] = "Roadside Picnic", ["IsLent"] = DynamoDBBool.True });

        var document = await table.GetItemAsync("Strugatsky", "Roadside Picnic");
        await output.WriteLineAsync(document.ToJson());

        var search = table.Query(new QueryOperationConfig
        {
            KeyExpression = new Expression { ExpressionStatement = "Author = :a", ExpressionAttributeValues = { [":a"] = "Le Guin" } },
            BackwardSearch = true,
        });
        foreach (var found in await search.GetRemainingAsync())
        {
            await output.WriteLineAsync($"{found["Title"].AsString()}, {found["Year"].AsInt()}");
        }
    }

    private static async Task WorkWithPagesAsync(IAmazonDynamoDB client, TextWriter output)
    {
        var titles = new List<string>();
        await foreach (var page in client.Paginators.Scan(new ScanRequest(TableName) { Limit = 2 }).Responses)
        {
            titles.AddRange(page.Items.Select(item => item["Title"].S));
        }

        await output.WriteLineAsync($"{titles.Count} books: {string.Join(", ", titles.Order(StringComparer.Ordinal))}");
    }
}
