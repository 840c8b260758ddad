using System.Globalization;
using EFCore.Dynamo.CrashTest;
using EFCore.Dynamo.Engine;

if (args is [EmbeddedWriting.Command, var data, var writerSeed])
{
    await EmbeddedWriting.RunWriterAsync(data, int.Parse(writerSeed, CultureInfo.InvariantCulture));
    return 0;
}

var numbers = args.Where(static argument => argument != "--http").Select(static argument => int.Parse(argument, CultureInfo.InvariantCulture)).ToArray();
var rounds = numbers.Length > 0 ? numbers[0] : 20;
var seed = numbers.Length > 1 ? numbers[1] : Environment.TickCount;
var overHttp = args.Contains("--http");
var directory = Directory.CreateTempSubdirectory("crash-test-").FullName;
Console.WriteLine($"crash-test: {rounds} rounds{(overHttp ? " over HTTP" : "")}, seed {seed}");
try
{
    using (var client = EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions { DataDirectory = directory }))
    {
        await client.CreateTableAsync(CrashTable.CreateRequest());
        await BankTable.CreateAsync(client);
    }

    return await new Rounds(overHttp ? new HttpWriting(directory) : new EmbeddedWriting(directory), new Random(seed)).RunAsync(rounds);
}
finally
{
    Directory.Delete(directory, recursive: true);
}
