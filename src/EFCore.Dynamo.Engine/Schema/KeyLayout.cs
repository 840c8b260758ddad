using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Schema;

/// <summary>The key of a table or index: partition key attributes, then sort key attributes.</summary>
/// <remarks>
///     A table and a local secondary index have one partition key attribute and at most one sort key attribute; a global secondary index up to four of each.
/// </remarks>
internal sealed class KeyLayout
{
    public KeyLayout(IReadOnlyList<KeySchemaElement> schema, IReadOnlyDictionary<string, AttributeType> types)
    {
        SchemaAttribute[] Of(KeyType keyType)
            => [.. schema.Where(element => element.KeyType == keyType).Select(
                element => new SchemaAttribute(element.AttributeName, types[element.AttributeName]))];

        Schema = schema;
        PartitionKey = Of(KeyType.PartitionKey);
        SortKey = Of(KeyType.SortKey);
        All = [.. PartitionKey, .. SortKey];
        PartitionKeyDefinitions = Array.ConvertAll(PartitionKey, static part => new AttributeDefinition(part.Text, part.Type));
        SortKeyDefinitions = Array.ConvertAll(SortKey, static part => new AttributeDefinition(part.Text, part.Type));
        Names = Array.ConvertAll(All, static part => part.Text);
    }

    /// <summary>As the user declared it.</summary>
    public IReadOnlyList<KeySchemaElement> Schema { get; }

    public SchemaAttribute[] PartitionKey { get; }

    public SchemaAttribute[] SortKey { get; }

    public SchemaAttribute[] All { get; }

    /// <summary>For the conditions of a KeyConditionExpression.</summary>
    public AttributeDefinition[] PartitionKeyDefinitions { get; }

    /// <summary>For the conditions of a KeyConditionExpression.</summary>
    public AttributeDefinition[] SortKeyDefinitions { get; }

    /// <summary>The names of all key attributes.</summary>
    public string[] Names { get; }

    /// <summary>The attribute of that name, or null where it is not part of the key.</summary>
    public SchemaAttribute? Find(string name)
    {
        foreach (var attribute in All)
        {
            if (string.Equals(attribute.Text, name, StringComparison.Ordinal))
            {
                return attribute;
            }
        }

        return null;
    }
}
