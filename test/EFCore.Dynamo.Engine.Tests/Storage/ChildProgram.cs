using System.Globalization;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Tests.Simulation;

namespace EFCore.Dynamo.Engine.Tests.Storage;

/// <summary>What a child process of a test does until it is killed, or its standard input ends because the test did.</summary>
public static class ChildProgram
{
    /// <summary><c>open DIR</c>, <c>memory</c>, <c>write DIR Full|Relaxed</c>, or <c>build-index DIR</c>.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["open", var directory]:
                using (Store.Open(new StoreOptions { DataDirectory = directory }))
                {
                    Console.WriteLine("open");
                    await Console.In.ReadToEndAsync();
                }

                return 0;
            case ["memory"]:
                using (var store = Store.Open(new StoreOptions()))
                {
                    Console.WriteLine(store.DirectoryPath);
                    await Console.In.ReadToEndAsync();
                }

                return 0;
            case ["write", var directory, var durability]:
                await WriteAsync(directory, Enum.Parse<Durability>(durability));
                return 0;
            case ["build-index", var directory]:
                await IndexBuildProgram.RunAsync(directory);
                return 0;
            default:
                return 1;
        }
    }

    /// <summary>Pairs of records, each pair one operation; prints the number of each as it is acknowledged.</summary>
    private static async Task WriteAsync(string directory, Durability durability)
    {
        using var store = Store.Open(new StoreOptions { DataDirectory = directory, Durability = durability, InitialMapSizeBytes = 1 << 18 });
        for (long i = 0; i < 100_000; i++)
        {
            var number = i;
            await store.WriteAsync(
                new WriteOperation<bool>(write =>
                {
                    var value = new byte[1000];
                    value.AsSpan().Fill((byte)('a' + number % 26));
                    write.Put(StoreExtensions.Bytes($"left{number}"), value);
                    write.Put(StoreExtensions.Bytes($"right{number}"), value);
                    return true;
                }),
                CancellationToken.None);
            Console.WriteLine(number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
