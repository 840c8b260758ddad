using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Transactions;

/// <summary>A SHA-256 over everything a write transaction does, in one canonical order: equal hashes mean the same request.</summary>
/// <remarks>What is only reported (consumed capacity, metrics) is left out: the service lets a repeat ask differently.</remarks>
internal static class PayloadHash
{
    public static byte[] Compute(IReadOnlyList<TransactWriteItem> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            if (TransactionAction.TryCreate(part) is { } action)
            {
                Add(
                    hash,
                    action.Kind.ToString(),
                    action.TableName,
                    action.Item,
                    action.ConditionExpression,
                    action.UpdateExpression,
                    action.Names,
                    action.Values);
            }
        }

        return hash.GetHashAndReset();
    }

    /// <summary>The same for the statements of an ExecuteTransaction: their texts and parameters.</summary>
    public static byte[] Compute(IReadOnlyList<ParameterizedStatement> statements)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var statement in statements)
        {
            Add(hash, statement.Statement, statement.Parameters);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>One statement: two executions with equal hashes read the same.</summary>
    public static byte[] Compute(string? statement, IReadOnlyList<AttributeValue>? parameters)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, statement, parameters);
        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, string? statement, IReadOnlyList<AttributeValue>? parameters)
    {
        Add(hash, "Statement");
        Add(hash, statement);
        foreach (var parameter in parameters ?? [])
        {
            Add(hash, parameter.Span.PackedBytes, isNull: false);
        }
    }

    private static void Add(
        IncrementalHash hash,
        string kind,
        string? tableName,
        Item? item,
        string? condition,
        string? update,
        IReadOnlyDictionary<string, string>? names,
        Item? values)
    {
        Add(hash, kind);
        Add(hash, tableName);
        Add(hash, item);
        Add(hash, condition);
        Add(hash, update);
        foreach (var (placeholder, name) in (names ?? new Dictionary<string, string>(StringComparer.Ordinal)).OrderBy(
            static pair => pair.Key, StringComparer.Ordinal))
        {
            Add(hash, placeholder);
            Add(hash, name);
        }

        Add(hash, values);
    }

    private static void Add(IncrementalHash hash, string? text) => Add(hash, text is null ? null : Encoding.UTF8.GetBytes(text), text is null);

    private static void Add(IncrementalHash hash, Item? item) => Add(hash, item.GetValueOrDefault().Span.PackedBytes, item is null);

    /// <summary>Each member with its length in front, so that no two requests have the same bytes.</summary>
    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> bytes, bool isNull)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, isNull ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
