using EFCore.Dynamo.Tables;

namespace EFCore.Dynamo.Expressions;

/// <summary>A key condition with its placeholders resolved, not yet matched with a key schema.</summary>
public sealed class BoundKeyCondition
{
    /// <summary>Assigns the conditions to the keys of a table or index.</summary>
    /// <param name="partitionKey">The partition key attributes, in schema order: 1, or up to 4 for a global secondary index.</param>
    /// <param name="sortKey">The sort key attributes, in schema order: 0 or 1, or up to 4 for a global secondary index.</param>
    /// <exception cref="Errors.DynamoValidationException">The condition does not fit the schema, with the service's text.</exception>
    public KeyConditions Match(ReadOnlySpan<AttributeDefinition> partitionKey, ReadOnlySpan<AttributeDefinition> sortKey)
        => throw new System.Diagnostics.UnreachableException();
}
