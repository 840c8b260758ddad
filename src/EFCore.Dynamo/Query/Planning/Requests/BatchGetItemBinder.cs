using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Query.Planning.Candidates;
using EFCore.Dynamo.Query.Planning.Keys;
using EFCore.Dynamo.Query.Planning.Paths;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Planning.Requests;

/// <summary>Binds a plan that reads items by a list of primary keys.</summary>
internal sealed class BatchGetItemBinder(PathMatch match, RequestTexts texts, RowLimit limit, bool consistentRead) : AccessBinder
{
    // The service takes 100 keys in one request, each once.
    private const int MaxKeys = 100;

    private readonly PrimaryKeyWriter _key = new(match);

    public override BoundAccess Bind(IReadOnlyDictionary<string, object?> parameters)
    {
        if (!limit.TryBind(parameters, out _))
        {
            return BoundAccess.Empty;
        }

        var keys = new List<Item>();
        var seen = new HashSet<Item>();
        foreach (var combination in KeyCombinations.Enumerate(match.Lists, parameters))
        {
            if (_key.TryWrite(new KeyBinding(parameters, combination)) is { } key && seen.Add(key))
            {
                keys.Add(key);
            }
        }

        return keys.Count == 0 ? BoundAccess.Empty : BoundAccess.FromBatches([.. keys.Chunk(MaxKeys).Select(CreateRequest)]);
    }

    private BatchGetItemRequest CreateRequest(Item[] keys)
        => new()
        {
            RequestItems = new Dictionary<string, KeysAndAttributes>(StringComparer.Ordinal)
            {
                [match.Path.TableName] = new()
                {
                    Keys = keys,
                    ConsistentRead = consistentRead,
                    ProjectionExpression = texts.Projection,
                    ExpressionAttributeNames = texts.Names,
                },
            },
        };
}
