using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;
using Shouldly;
using Xunit;

namespace EFCore.Dynamo.Contracts;

/// <summary>Base of all suites: an endpoint for each test, and the few words that the tests are written in.</summary>
public abstract class ContractSuite(IDynamoEndpointFactory factory) : IAsyncLifetime
{
    private readonly List<string> _tables = [];

    private IDynamoEndpoint? _endpoint;

    protected IDynamoClient Client => (_endpoint ?? throw new InvalidOperationException("The endpoint is there from InitializeAsync on.")).Client;

    protected IDynamoStreamsClient Streams => _endpoint?.Streams ?? throw new InvalidOperationException("The endpoint has no streams.");

    public async Task InitializeAsync() => _endpoint = await factory.CreateAsync();

    public async Task DisposeAsync()
    {
        foreach (var table in _tables)
        {
            await Client.DeleteTableAsync(new DeleteTableRequest { TableName = table });
        }

        if (_endpoint is not null)
        {
            await _endpoint.DisposeAsync();
        }
    }

    /// <summary>A value from what reads naturally in a test: null, bool, numbers, strings, bytes, lists, maps.</summary>
    protected static AttributeValue Value(object? value) => value switch
    {
        null => AttributeValue.Null,
        AttributeValue attributeValue => attributeValue,
        Item map => AttributeValue.FromMap(map),
        bool boolean => AttributeValue.FromBoolean(boolean),
        int number => AttributeValue.FromNumber(number),
        long number => AttributeValue.FromNumber(number),
        decimal number => AttributeValue.FromNumber(DynamoNumber.FromDecimal(number)),
        DynamoNumber number => AttributeValue.FromNumber(number),
        string text => AttributeValue.FromString(text),
        byte[] bytes => AttributeValue.FromBinary(bytes),
        object?[] list => AttributeValue.FromList(Array.ConvertAll(list, Value)),
        _ => throw new ArgumentException($"No attribute value for {value.GetType()}.", nameof(value)),
    };

    /// <summary>An item from name and value pairs: <c>Row("pk", "a", "n", 1)</c>.</summary>
    protected static Item Attributes(params object?[] namesAndValues)
    {
        var builder = new ItemBuilder();
        for (var i = 0; i < namesAndValues.Length; i += 2)
        {
            builder.Add((string)namesAndValues[i]!, Value(namesAndValues[i + 1])); // names are strings
        }

        return builder.Build();
    }

    protected static Dictionary<string, string> Names(params string[] placeholdersAndNames)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < placeholdersAndNames.Length; i += 2)
        {
            names.Add(placeholdersAndNames[i], placeholdersAndNames[i + 1]);
        }

        return names;
    }

    /// <summary>A unique name, deleted after the test.</summary>
    protected string NewTableName(string prefix = "contract")
    {
        var name = $"{prefix}-{Guid.NewGuid():N}";
        return name;
    }

    /// <summary>A table with string keys <c>pk</c> and, if asked for, <c>sk</c> of a type.</summary>
    protected Task<string> CreateTableAsync(AttributeType? sortKeyType = null, AttributeType partitionKeyType = AttributeType.String)
    {
        List<AttributeDefinition> definitions = [new("pk", partitionKeyType)];
        List<KeySchemaElement> schema = [new("pk", KeyType.PartitionKey)];
        if (sortKeyType is { } type)
        {
            definitions.Add(new AttributeDefinition("sk", type));
            schema.Add(new KeySchemaElement("sk", KeyType.SortKey));
        }

        return CreateTableAsync(new CreateTableRequest { AttributeDefinitions = definitions, KeySchema = schema });
    }

    /// <summary>A table with a generated name and on-demand billing.</summary>
    protected async Task<string> CreateTableAsync(CreateTableRequest request)
    {
        var name = NewTableName();
        await Client.CreateTableAsync(request with { TableName = name, BillingMode = request.BillingMode ?? BillingMode.PayPerRequest });
        _tables.Add(name);
        await WaitUntilActiveAsync(name);
        return name;
    }

    // The embedded engine is ready at the first look; an endpoint that creates tables in the background, as AWS does, is asked until it is.
    private async Task WaitUntilActiveAsync(string table)
    {
        while ((await Client.DescribeTableAsync(new DescribeTableRequest { TableName = table })).Table.TableStatus != TableStatus.Active)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>The test deleted the table itself.</summary>
    protected void Forget(string table) => _tables.Remove(table);

    protected async Task PutAsync(string table, params object?[] namesAndValues)
        => await Client.PutItemAsync(new PutItemRequest { TableName = table, Item = Attributes(namesAndValues) });

    protected async Task<Item?> GetAsync(string table, params object?[] key)
        => (await Client.GetItemAsync(new GetItemRequest { TableName = table, Key = Attributes(key), ConsistentRead = true })).Item;

    /// <summary>The text, or whatever else, that the endpoint's dialect has.</summary>
    protected T ByDialect<T>(T current, T classic) => _endpoint is { IsClassic: true } ? classic : current;

    /// <summary>The text of a mistake in PutItem, UpdateItem or DeleteItem, which today's service puts into an envelope.</summary>
    protected string OfSingleWrite(string message) => ByDialect("1 validation error detected: " + message, message);

    /// <summary>The call must fail with the service's ValidationException and exactly this text.</summary>
    protected static async Task ShouldBeInvalidAsync(Func<Task> call, string message)
    {
        var exception = await Should.ThrowAsync<DynamoValidationException>(call);
        exception.Message.ShouldBe(message);
    }
}
