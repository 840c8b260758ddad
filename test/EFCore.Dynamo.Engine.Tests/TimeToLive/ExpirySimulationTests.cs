using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Engine.Tests.Storage;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Engine.Tests.TimeToLive;

/// <summary>Random writes, time that passes, switches and reopens from one seed, against a plain dictionary that expires by its own arithmetic.</summary>
public sealed class ExpirySimulationTests
{
    private const string Table = "simulated";

    private static readonly string[] AttributeNames = ["e1", "e2"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20260101)]
    public async Task Items_expire_as_in_the_oracle(int seed)
    {
        using var directory = new TemporaryDirectory();
        var run = new Run(seed, directory.Path);
        try
        {
            for (var step = 0; step < 400; step++)
            {
                await run.StepAsync(step);
            }

            run.Client.CountItems().ShouldBe(run.ExpectedEntryCount);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Simulation failed: seed {seed}: {exception.Message}", exception);
        }
        finally
        {
            run.Client.Dispose();
        }
    }

    private sealed class Run(int seed, string directory)
    {
        private readonly Random _random = new(seed);
        private readonly ManualTimeProvider _time = new();

        // Per item: the value of each expiry attribute, null for none, double.NaN for a text.
        private readonly Dictionary<string, double?[]> _items = new(StringComparer.Ordinal);

        private string? _attribute;
        private EmbeddedDynamoClient? _client;

        public EmbeddedDynamoClient Client => _client ??= Open();

        /// <summary>Items, index entries, entries by expiry.</summary>
        public int ExpectedEntryCount
            => (2 * _items.Count)
                + (_attribute is null ? 0 : _items.Values.Count(item => item[Array.IndexOf(AttributeNames, _attribute)] is { } value && !double.IsNaN(value)));

        private double Now => _time.Now.ToUnixTimeMilliseconds() / 1000.0;

        public async Task StepAsync(int step)
        {
            if (step == 0)
            {
                await CreateTableAsync();
            }

            switch (_random.Next(20))
            {
                case < 8:
                    await PutAsync();
                    break;
                case < 11:
                    await UpdateAsync();
                    break;
                case < 13:
                    await DeleteAsync();
                    break;
                case < 17:
                    await PassTimeAsync();
                    break;
                case 17:
                    await SwitchAsync();
                    break;
                case 18:
                    _client!.Dispose(); // CreateTableAsync opened it
                    _client = Open();
                    break;
                default:
                    await CompareAsync();
                    break;
            }
        }

        private EmbeddedDynamoClient Open()
            => EmbeddedDynamoClient.Open(new EmbeddedDynamoOptions
            {
                DataDirectory = directory,
                Durability = Durability.Relaxed,
                TimeProvider = _time,
                TimeToLiveInterval = TimeSpan.FromSeconds(10),
            });

        private async Task CreateTableAsync() => await Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = BillingMode.PayPerRequest,
            AttributeDefinitions = [new("pk", AttributeType.String)],
            KeySchema = [new("pk", KeyType.PartitionKey)],
            GlobalSecondaryIndexes = [new("all", [new("pk", KeyType.PartitionKey)], new(ProjectionType.All))],
        });

        private string NextKey() => $"k{_random.Next(60)}";

        private double? NextExpiry() => _random.Next(8) switch
        {
            0 => null,
            1 => double.NaN,
            2 => Math.Floor(Now) - (6 * 366 * 86400.0),
            3 => Math.Floor(Now) + 0.5,
            _ => Math.Floor(Now) + _random.Next(-50, 400),
        };

        private async Task PutAsync()
        {
            var key = NextKey();
            double?[] expiries = [NextExpiry(), NextExpiry()];
            var builder = new ItemBuilder().Add("pk", AttributeValue.FromString(key));
            for (var i = 0; i < AttributeNames.Length; i++)
            {
                if (expiries[i] is { } value)
                {
                    builder.Add(AttributeNames[i], ToValue(value));
                }
            }

            await Client.PutItemAsync(new PutItemRequest { TableName = Table, Item = builder.Build() });
            _items[key] = expiries;
        }

        private async Task UpdateAsync()
        {
            var key = NextKey();
            var attribute = _random.Next(AttributeNames.Length);
            var value = NextExpiry();
            await Client.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = Table,
                Key = Item.Create(("pk", AttributeValue.FromString(key))),
                UpdateExpression = (value is null ? "REMOVE " : "SET ") + AttributeNames[attribute] + (value is null ? string.Empty : " = :v"),
                ExpressionAttributeValues = value is { } number ? Item.Create((":v", ToValue(number))) : null,
            });
            if (value is not null)
            {
                _items.TryAdd(key, [null, null]);
            }

            // An update that only removes creates no item.
            if (_items.TryGetValue(key, out var expiries))
            {
                expiries[attribute] = value;
            }
        }

        private async Task DeleteAsync()
        {
            var key = NextKey();
            await Client.DeleteItemAsync(new DeleteItemRequest { TableName = Table, Key = Item.Create(("pk", AttributeValue.FromString(key))) });
            _items.Remove(key);
        }

        private async Task PassTimeAsync()
        {
            _time.Now += TimeSpan.FromSeconds(10 * _random.Next(1, 12));
            await Client.WhenExpiryIsIdleAsync();
            if (_attribute is null)
            {
                return;
            }

            var at = Array.IndexOf(AttributeNames, _attribute);
            foreach (var key in _items.Where(
                pair => pair.Value[at] is { } value && value < Now && value > Now - (5 * 365 * 86400.0)).Select(static pair => pair.Key).ToList())
            {
                _items.Remove(key);
            }
        }

        private async Task SwitchAsync()
        {
            var next = _attribute ?? AttributeNames[_random.Next(AttributeNames.Length)];
            await Client.UpdateTimeToLiveAsync(new UpdateTimeToLiveRequest { TableName = Table, TimeToLiveSpecification = new(_attribute is null, next) });
            _attribute = _attribute is null ? next : null;
            await Client.WhenExpiryIsIdleAsync();
        }

        private async Task CompareAsync()
        {
            var items = (await Client.ScanAsync(new ScanRequest { TableName = Table })).Items.Select(
                static item => item["pk"].GetString()).Order(StringComparer.Ordinal).ToList();
            items.ShouldBe(_items.Keys.Order(StringComparer.Ordinal).ToList());
            (await Client.ScanAsync(new ScanRequest { TableName = Table, IndexName = "all" })).Items.Count.ShouldBe(_items.Count);
            (await Client.DescribeTableAsync(new DescribeTableRequest { TableName = Table })).Table.ItemCount.ShouldBe(_items.Count);
        }

        private static AttributeValue ToValue(double value)
            => double.IsNaN(value) ? AttributeValue.FromString("soon") : AttributeValue.FromNumber(DynamoNumber.FromDecimal((decimal)value));
    }
}
