using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Compilation;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Tables;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>A key condition with its placeholders resolved, not yet matched with a key schema.</summary>
internal sealed class BoundKeyCondition
{
    private readonly KeyConditionPart[] _parts;
    private readonly string? _problem;
    private readonly ResolvedNames _names;
    private readonly AttributeValue[] _values;

    internal BoundKeyCondition(KeyConditionPart[] parts, string? problem, ResolvedNames names, AttributeValue[] values)
    {
        _parts = parts;
        _problem = problem;
        _names = names;
        _values = values;
    }

    /// <summary>
    ///     Checks that the expression has the form of a key condition, whatever the keys are: comparisons of one attribute each, no attribute twice.
    /// </summary>
    /// <exception cref="DynamoValidationException">It has not, with the service's text.</exception>
    public void ThrowIfInvalid()
    {
        if (_problem is not null)
        {
            throw ExpressionErrors.Invalid(ExpressionParameter.KeyConditionExpression, _problem);
        }

        for (var i = 1; i < _parts.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (CompiledPath.SameName(_parts[i].Path.Root, _parts[j].Path.Root, _names))
                {
                    throw ExpressionErrors.Invalid(
                        ExpressionParameter.KeyConditionExpression, "KeyConditionExpressions must only contain one condition per key");
                }
            }
        }
    }

    /// <summary>Assigns the conditions to the keys of a table or index.</summary>
    /// <remarks>
    ///     Every partition key attribute needs an equality; sort key attributes are restricted from the left without gaps, and only the last of them by
    ///     something else than equality. See
    ///     <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html">Key condition expressions</see>.
    /// </remarks>
    /// <param name="partitionKey">The partition key attributes, in schema order: 1, or up to 4 for a global secondary index.</param>
    /// <param name="sortKey">The sort key attributes, in schema order: 0 or 1, or up to 4 for a global secondary index.</param>
    /// <exception cref="DynamoValidationException">The condition does not fit the schema, with the service's text.</exception>
    public KeyConditions Match(ReadOnlySpan<AttributeDefinition> partitionKey, ReadOnlySpan<AttributeDefinition> sortKey)
    {
        ThrowIfInvalid();
        CheckCounts(partitionKey.Length, sortKey.Length);

        var partitionValues = new AttributeValue[partitionKey.Length];
        for (var i = 0; i < partitionKey.Length; i++)
        {
            partitionValues[i] = MatchPartitionKey(partitionKey[i]);
        }

        if (sortKey.Length > 1)
        {
            CheckEqualities(sortKey);
        }

        var sortCount = _parts.Length - partitionKey.Length;
        var sortConditions = sortCount == 0 ? [] : new SortKeyCondition[sortCount];
        for (var i = 0; i < sortCount; i++)
        {
            sortConditions[i] = MatchSortKey(sortKey[i]);
        }

        return new(partitionValues, sortConditions);
    }

    private void CheckCounts(int partitionKeyCount, int sortKeyCount)
    {
        // Only the legacy KeyConditions can be empty.
        if (_parts.Length == 0)
        {
            throw new DynamoValidationException("Conditions can be of length 1 or 2 only");
        }

        var keyCount = partitionKeyCount + sortKeyCount;
        if (_parts.Length > keyCount)
        {
            throw new DynamoValidationException(
                $"The number of query conditions ({_parts.Length}) exceeds the number of key attributes defined in the schema ({keyCount})");
        }
    }

    /// <summary>All sort key attributes to the left of the last one that has a condition need an equality.</summary>
    private void CheckEqualities(ReadOnlySpan<AttributeDefinition> sortKey)
    {
        var last = sortKey.Length - 1;
        while (last > 0 && TryFind(sortKey[last]) is null)
        {
            last--;
        }

        List<string>? missing = null;
        foreach (var key in sortKey[..last])
        {
            if (TryFind(key) is not { Operator: SortKeyOperator.Equal })
            {
                (missing ??= []).Add(key.AttributeName);
            }
        }

        if (missing is not null)
        {
            throw new DynamoValidationException(
                $"RANGE key attributes {string.Join(", ", missing)} must have equality conditions specified in the query because a condition is present on "
                    + $"key attribute {sortKey[last].AttributeName}");
        }
    }

    private AttributeValue MatchPartitionKey(AttributeDefinition key)
    {
        var part = Find(key);
        var value = TakeValue(key, part.Value);
        return part.Operator == SortKeyOperator.Equal ? value : throw NotSupported();
    }

    private SortKeyCondition MatchSortKey(AttributeDefinition key)
    {
        var part = Find(key);
        var value = TakeValue(key, part.Value);
        return part.Operator == SortKeyOperator.Between ? new(part.Operator, value, TakeValue(key, part.Upper)) : new(part.Operator, value);
    }

    private KeyConditionPart Find(AttributeDefinition key)
        => TryFind(key) ?? throw new DynamoValidationException($"Query condition missed key schema element: {key.AttributeName}");

    private KeyConditionPart? TryFind(AttributeDefinition key)
    {
        foreach (var part in _parts)
        {
            if (string.Equals(_names[part.Path.Root].Text, key.AttributeName, StringComparison.Ordinal))
            {
                return part;
            }
        }

        return null;
    }

    private AttributeValue TakeValue(AttributeDefinition key, int slot)
    {
        var value = _values[slot];
        if (value.Type != key.AttributeType)
        {
            throw new DynamoValidationException("One or more parameter values were invalid: Condition parameter type does not match schema type");
        }

        if (value.Type == AttributeType.String && value.GetUtf8String().IsEmpty)
        {
            throw EmptyKey(key, "string");
        }

        if (value.Type == AttributeType.Binary && value.GetBinary().IsEmpty)
        {
            throw EmptyKey(key, "binary");
        }

        return value;
    }

    private static DynamoValidationException NotSupported() => new("Query key condition not supported");

    private static DynamoValidationException EmptyKey(AttributeDefinition key, string type)
        => new(
            $"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty {type} value. Key: {key.AttributeName}");
}
