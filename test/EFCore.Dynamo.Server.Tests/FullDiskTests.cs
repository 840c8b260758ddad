using System.Net;
using EFCore.Dynamo.Engine.Tests.Storage;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>A disk that has no room left, as clients see it.</summary>
public sealed class FullDiskTests
{
    private const int DiskBytes = 8 << 20;
    private const int MaxPuts = 200;

    [FullDiskFact]
    public async Task A_full_disk_is_an_internal_error_that_names_it_and_reads_are_served()
    {
        using var disk = SmallDisk.Mount(DiskBytes);
        await using var server = await TestServer.StartAsync(dataDirectory: Path.Combine(disk.Path, "data"));
        (await server.SendAsync("CreateTable", Tables.Create("full"))).Status.ShouldBe(HttpStatusCode.OK);

        var stored = 0;
        var answer = await PutAsync(server, stored);
        while (answer.Status == HttpStatusCode.OK && ++stored < MaxPuts)
        {
            answer = await PutAsync(server, stored);
        }

        answer.Status.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Body.ShouldStartWith("""{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError","message":"The disk""");
        stored.ShouldBePositive();
        for (var number = 0; number < stored; number++)
        {
            (await GetAsync(server, number)).Body.ShouldContain("\"large\"");
        }

        (await GetAsync(server, stored)).Body.ShouldBe("{}");

        disk.Resize(4 * DiskBytes);
        (await PutAsync(server, stored)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [FullDiskFact]
    public async Task On_a_full_disk_deletes_of_every_kind_are_answered_and_make_room_for_puts()
    {
        using var disk = SmallDisk.Mount(DiskBytes);
        await using var server = await TestServer.StartAsync(dataDirectory: Path.Combine(disk.Path, "data"));
        (await server.SendAsync("CreateTable", Tables.Create("full"))).Status.ShouldBe(HttpStatusCode.OK);
        var stored = 0;
        while ((await PutAsync(server, stored, 30_000)).Status == HttpStatusCode.OK)
        {
            stored++;
        }

        stored.ShouldBeGreaterThan(100);

        (await server.SendAsync("DeleteItem", $$"""{"TableName":"full",{{Key(0)}} }""")).Status.ShouldBe(HttpStatusCode.OK);
        var batch = string.Join(',', Enumerable.Range(1, 25).Select(static number => $$"""{"DeleteRequest":{ {{Key(number)}} } }"""));
        (await server.SendAsync("BatchWriteItem", $$"""{"RequestItems":{"full":[{{batch}}]} }""")).Body.ShouldBe("""{"UnprocessedItems":{}}""");
        var transaction = string.Join(',', Enumerable.Range(26, 50).Select(static number => $$"""{"Delete":{"TableName":"full",{{Key(number)}} } }"""));
        (await server.SendAsync(
            "TransactWriteItems", $$"""{"ClientRequestToken":"token","TransactItems":[{{transaction}}] }""")).Status.ShouldBe(HttpStatusCode.OK);
        for (var number = 0; number < 50; number++)
        {
            (await PutAsync(server, number, 30_000)).Status.ShouldBe(HttpStatusCode.OK);
        }

        for (var number = 0; number < stored; number++)
        {
            (await GetAsync(server, number)).Body.Contains("\"large\"", StringComparison.Ordinal).ShouldBe(number is < 50 or > 75);
        }
    }

    private static string Key(int number) => $$"""
        "Key":{"pk":{"S":"{{number}}"} }
        """;

    private static Task<Answer> GetAsync(TestServer server, int number)
        => server.SendAsync("GetItem", $$"""{"TableName":"full","Key":{"pk":{"S":"{{number}}"} } }""");

    private static Task<Answer> PutAsync(TestServer server, int number, int sizeBytes = 200_000)
        => server.SendAsync("PutItem", $$"""{"TableName":"full","Item":{"pk":{"S":"{{number}}"},"large":{"S":"{{new string('x', sizeBytes)}}"} } }""");
}
