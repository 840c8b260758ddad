using System.Text;
using EFCore.Dynamo.Operations;

namespace EFCore.Dynamo.Diagnostics;

/// <summary>A request in words for the log.</summary>
/// <param name="Operation">The operation, as the service spells it.</param>
/// <param name="Target">The table, or <c>table/index</c>; several are separated by commas.</param>
/// <param name="Expressions">The request's expressions, names filled in: no values.</param>
/// <param name="Values">Keys, items and expression values: sensitive.</param>
internal sealed record RequestDescription(string Operation, string Target, string Expressions, string Values)
{
    /// <summary>Describes any request.</summary>
    public static RequestDescription Of(object request)
        => request switch
        {
            GetItemRequest get => new("GetItem", get.TableName ?? "", "", $"{get.Key}"),
            PutItemRequest put
                => new(
                    "PutItem",
                    put.TableName ?? "",
                    Text(put.ExpressionAttributeNames, ("if", put.ConditionExpression)),
                    $"{put.Item} {put.ExpressionAttributeValues}"),
            UpdateItemRequest update => new(
                "UpdateItem",
                update.TableName ?? "",
                Text(update.ExpressionAttributeNames, ("", update.UpdateExpression), ("if", update.ConditionExpression)),
                $"{update.Key} {update.ExpressionAttributeValues}"),
            DeleteItemRequest delete => new(
                "DeleteItem",
                delete.TableName ?? "",
                Text(delete.ExpressionAttributeNames, ("if", delete.ConditionExpression)),
                $"{delete.Key} {delete.ExpressionAttributeValues}"),
            QueryRequest query => new(
                "Query",
                Join(query.TableName, query.IndexName),
                Text(
                    query.ExpressionAttributeNames,
                    ("", query.KeyConditionExpression),
                    ("filter", query.FilterExpression),
                    ("select", query.ProjectionExpression)),
                $"{query.ExpressionAttributeValues} {query.ExclusiveStartKey}"),
            ScanRequest scan => new(
                "Scan",
                Join(scan.TableName, scan.IndexName),
                Text(scan.ExpressionAttributeNames, ("filter", scan.FilterExpression), ("select", scan.ProjectionExpression)),
                $"{scan.ExpressionAttributeValues} {scan.ExclusiveStartKey}"),
            BatchGetItemRequest batch => new(
                "BatchGetItem",
                string.Join(", ", batch.RequestItems?.Keys ?? []),
                "",
                string.Join(' ', batch.RequestItems?.Values.SelectMany(table => table.Keys ?? []) ?? [])),
            BatchWriteItemRequest batch => new(
                "BatchWriteItem",
                string.Join(", ", batch.RequestItems?.Keys ?? []),
                "",
                string.Join(' ', batch.RequestItems?.Values.SelectMany(writes => writes).Select(write => $"{write.PutItem}{write.DeleteKey}") ?? [])),
            TransactGetItemsRequest transaction => new(
                "TransactGetItems",
                string.Join(", ", transaction.TransactItems?.Select(item => item.TableName).Distinct(StringComparer.Ordinal) ?? []),
                "",
                string.Join(' ', transaction.TransactItems?.Select(item => item.Key) ?? [])),
            TransactWriteItemsRequest transaction => OfTransaction(transaction),
            CreateTableRequest create => new("CreateTable", create.TableName ?? "", "", ""),
            DescribeTableRequest describe => new("DescribeTable", describe.TableName ?? "", "", ""),
            DeleteTableRequest delete => new("DeleteTable", delete.TableName ?? "", "", ""),
            _ => new(request.GetType().Name.Replace("Request", "", StringComparison.Ordinal), "", "", ""),
        };

    /// <summary>One line; without sensitive data no value of an item is in it.</summary>
    public string ToString(bool withValues)
    {
        var text = new StringBuilder(Operation);
        Append(text, Target);
        Append(text, Expressions);
        Append(text, withValues ? Values.Trim() : "");
        return text.ToString();

        static void Append(StringBuilder text, string part)
        {
            if (part.Length > 0)
            {
                text.Append(' ').Append(part);
            }
        }
    }

    private static RequestDescription OfTransaction(TransactWriteItemsRequest transaction)
    {
        RequestDescription[] parts = [.. (transaction.TransactItems ?? []).Select(item =>
            item.ConditionCheck is { } check
                ? new(
                    "ConditionCheck",
                    check.TableName ?? "",
                    Text(check.ExpressionAttributeNames, ("if", check.ConditionExpression)),
                    $"{check.Key} {check.ExpressionAttributeValues}")
                : Of((object?)item.Put ?? (object?)item.Update ?? (object?)item.Delete ?? transaction))];
        return new(
            "TransactWriteItems",
            string.Join(", ", parts.Select(part => part.Target).Distinct(StringComparer.Ordinal)),
            string.Join("; ", parts.Select(part => part.ToString(withValues: false))),
            string.Join(' ', parts.Select(part => part.Values)));
    }

    private static string Join(string? tableName, string? indexName) => indexName is null ? tableName ?? "" : $"{tableName}/{indexName}";

    private static string Text(IReadOnlyDictionary<string, string>? names, params ReadOnlySpan<(string Word, string? Expression)> expressions)
    {
        var text = new StringBuilder();
        foreach (var (word, expression) in expressions)
        {
            if (expression is null)
            {
                continue;
            }

            text.Append(text.Length > 0 ? " " : "").Append(word).Append(word.Length > 0 ? " " : "");
            AppendWithNames(text, expression, names);
        }

        return text.ToString();
    }

    // Placeholders are generated, so a name says more.
    private static void AppendWithNames(StringBuilder text, string expression, IReadOnlyDictionary<string, string>? names)
    {
        for (var i = 0; i < expression.Length; i++)
        {
            var end = i + 1;
            while (expression[i] == '#' && end < expression.Length && (char.IsAsciiLetterOrDigit(expression[end]) || expression[end] == '_'))
            {
                end++;
            }

            if (end > i + 1 && names is not null && names.TryGetValue(expression[i..end], out var name))
            {
                text.Append(name);
                i = end - 1;
            }
            else
            {
                text.Append(expression[i]);
            }
        }
    }
}
