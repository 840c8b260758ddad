using EFCore.Dynamo.Query.Planning.Candidates;
using EFCore.Dynamo.Query.Planning.Keys;
using EFCore.Dynamo.Query.Planning.Paths;

namespace EFCore.Dynamo.Query.Planning.Requests;

/// <summary>Binds a plan that reads one item by its primary key.</summary>
internal sealed class GetItemBinder(PathMatch match, RequestTexts texts, RowLimit limit, bool consistentRead) : AccessBinder
{
    private readonly PrimaryKeyWriter _key = new(match);
    private readonly string _tableName = match.Path.TableName;

    public override BoundAccess Bind(IReadOnlyDictionary<string, object?> parameters)
    {
        if (!limit.TryBind(parameters, out _) || _key.TryWrite(new KeyBinding(parameters, null)) is not { } key)
        {
            return BoundAccess.Empty;
        }

        return BoundAccess.FromGetItem(new()
        {
            TableName = _tableName,
            Key = key,
            ConsistentRead = consistentRead,
            ProjectionExpression = texts.Projection,
            ExpressionAttributeNames = texts.Names,
        });
    }
}
