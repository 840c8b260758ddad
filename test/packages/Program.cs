using System.Diagnostics;
using Amazon.DynamoDBv2.DocumentModel;
using EFCore.Dynamo.Aws;
using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Server;
using Microsoft.EntityFrameworkCore;

// A program of somebody who has the packages and not the repository: every package is used, over every door.
using var engine = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions());
await using (var server = await DynamoServer.StartAsync(engine, new DynamoServerOptions { Port = 0 }))
{
    using var db = new NotesContext($"Service Url={server.Endpoint};Region=local;Access Key=any;Secret Key=any");
    db.Database.EnsureCreated();
    db.AddRange(new Note { Notebook = "work", Number = 1, Text = "one" }, new Note { Notebook = "work", Number = 2, Text = "two" });
    await db.SaveChangesAsync();
    Expect("two", (await db.Notes.Where(note => note.Notebook == "work" && note.Number > 1).SingleAsync()).Text);
}

using var sdk = new EmbeddedAmazonDynamoDB(engine, leaveOpen: true);
var table = new TableBuilder(sdk, "Note").AddHashKey("Notebook", DynamoDBEntryType.String).AddRangeKey("Number", DynamoDBEntryType.Numeric).Build();
var transaction = table.CreateTransactGet();
transaction.AddKey("work", 1);
await transaction.ExecuteAsync();
Expect("one", transaction.Results.Single()["Text"].AsString());

Console.WriteLine($"Works with EF Core {typeof(DbContext).Assembly.GetName().Version} and AWS SDK {FileVersionInfo.GetVersionInfo(typeof(Table).Assembly.Location).FileVersion}");

static void Expect(string expected, string actual)
{
    if (actual != expected)
    {
        throw new InvalidOperationException($"'{expected}' was expected, and '{actual}' came.");
    }
}

internal sealed class Note
{
    public required string Notebook { get; set; }

    public int Number { get; set; }

    public string Text { get; set; } = "";
}

internal sealed class NotesContext(string connection) : DbContext
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseDynamo(connection);

    protected override void OnModelCreating(ModelBuilder model)
        => model.Entity<Note>().ToDynamoTable("Note").HasPartitionKey(note => note.Notebook).HasSortKey(note => note.Number);
}
