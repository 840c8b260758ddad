using System.Text;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Engine.Validation;

/// <summary>
///     Parts of a request as the service prints them in a violated constraint: its Java objects, with an identity in place of each attribute value.
/// </summary>
/// <remarks>The service prints them whole; here a text ends after <see cref="MaxLength" /> characters.</remarks>
internal sealed class RequestText
{
    private const int MaxLength = 32 * 1024;

    private readonly StringBuilder _text = new();

    private RequestText()
    {
    }

    public static string Of(IReadOnlyDictionary<string, IReadOnlyList<WriteRequest>> tables)
        => Print(
            tables, static (text, all) => text.AppendMap(all, static (text, writes) => text.AppendList(writes, static (text, write) => text.Append(write))));

    public static string Of(IReadOnlyDictionary<string, KeysAndAttributes> tables)
        => Print(tables, static (text, all) => text.AppendMap(all, static (text, keys) => text.Append(keys)));

    public static string Of(IReadOnlyList<Item> keys) => Print(keys, static (text, all) => text.AppendList(all, static (text, key) => text.Append(key)));

    public static string Of(IReadOnlyList<TransactWriteItem> parts)
        => Print(parts, static (text, all) => text.AppendList(all, static (text, part) => text.Append(part)));

    public static string Of(IReadOnlyList<TransactGetItem> parts)
        => Print(parts, static (text, all) => text.AppendList(all, static (text, part) => text.Append(part)));

    public static string Of(IReadOnlyList<BatchStatementRequest> statements)
        => Print(
            statements,
            static (text, all) => text.AppendList(
                all, static (text, statement) => text.AppendStatement("BatchStatementRequest", statement?.Statement, statement?.Parameters?.Count)));

    public static string Of(IReadOnlyList<ParameterizedStatement> statements)
        => Print(
            statements,
            static (text, all) => text.AppendList(
                all, static (text, statement) => text.AppendStatement("ParameterizedStatement", statement?.Statement, statement?.Parameters?.Count)));

    private static string Print<T>(T value, Action<RequestText, T> append)
    {
        var text = new RequestText();
        append(text, value);
        return text._text.ToString(0, Math.Min(text._text.Length, MaxLength));
    }

    private void Append(WriteRequest? write)
    {
        if (write is null)
        {
            _text.Append("null");
            return;
        }

        _text.Append("WriteRequest(putRequest=");
        AppendRequest("PutRequest(item=", write.PutItem);
        _text.Append(", deleteRequest=");
        AppendRequest("DeleteRequest(key=", write.DeleteKey);
        _text.Append(')');
    }

    private void AppendRequest(string begin, Item? item)
    {
        if (item is null)
        {
            _text.Append("null");
            return;
        }

        _text.Append(begin);
        Append(item);
        _text.Append(", workloadProfileName=null)");
    }

    private void Append(KeysAndAttributes? keysAndAttributes)
    {
        if (keysAndAttributes is null)
        {
            _text.Append("null");
            return;
        }

        _text.Append("KeysAndAttributes(keys=");
        AppendList(keysAndAttributes.Keys, static (text, key) => text.Append(key));
        _text.Append(", attributesToGet=");
        AppendList(keysAndAttributes.AttributesToGet, static (text, name) => text._text.Append(name ?? "null"));
        _text.Append(", consistentRead=").Append(keysAndAttributes.ConsistentRead ? "true" : "null");
        AppendMember("projectionExpression", keysAndAttributes.ProjectionExpression);
        AppendNames(keysAndAttributes.ExpressionAttributeNames);
        _text.Append(')');
    }

    private void Append(TransactWriteItem? part)
    {
        if (part is null)
        {
            _text.Append("null");
            return;
        }

        _text.Append("TransactWriteItem(conditionCheck=");
        AppendPart(
            "ConditionCheck(key=",
            part.ConditionCheck,
            static check => (check.Key, check.TableName, null, check.ConditionExpression, check.ExpressionAttributeNames, check.ExpressionAttributeValues));
        _text.Append(", put=");
        AppendPart(
            "Put(item=",
            part.Put,
            static put => (put.Item, put.TableName, null, put.ConditionExpression, put.ExpressionAttributeNames, put.ExpressionAttributeValues));
        _text.Append(", delete=");
        AppendPart(
            "Delete(key=",
            part.Delete,
            static delete
                => (delete.Key, delete.TableName, null, delete.ConditionExpression, delete.ExpressionAttributeNames, delete.ExpressionAttributeValues));
        _text.Append(", update=");
        AppendPart(
            "Update(key=",
            part.Update,
            static update
                => (update.Key, update.TableName, update.UpdateExpression, update.ConditionExpression,
                    update.ExpressionAttributeNames, update.ExpressionAttributeValues));
        _text.Append(')');
    }

    private void AppendPart<T>(
        string begin,
        T? part,
        Func<T, (Item? Item, string? Table, string? Update, string? Condition, IReadOnlyDictionary<string, string>? Names, Item? Values)> getMembers)
        where T : class
    {
        if (part is null)
        {
            _text.Append("null");
            return;
        }

        var members = getMembers(part);
        _text.Append(begin);
        Append(members.Item);
        if (members.Update is not null)
        {
            AppendMember("updateExpression", members.Update);
        }

        AppendMember("tableName", members.Table);
        AppendMember("conditionExpression", members.Condition);
        AppendNames(members.Names);
        _text.Append(", expressionAttributeValues=");
        Append(members.Values);
        _text.Append(')');
    }

    private void Append(TransactGetItem? part)
    {
        _text.Append("TransactGetItem(get=");
        if (part is null)
        {
            _text.Append("null)");
            return;
        }

        _text.Append("Get(key=");
        Append(part.Key);
        AppendMember("tableName", part.TableName);
        AppendMember("projectionExpression", part.ProjectionExpression);
        AppendNames(part.ExpressionAttributeNames);
        _text.Append("))");
    }

    // The service's form of a statement is not known to us; that of other structures is followed, parameters are only counted.
    private void AppendStatement(string type, string? statement, int? parameterCount)
    {
        _text.Append(type).Append("(statement=").Append(statement ?? "null").Append(", parameters=");
        _ = parameterCount is { } count ? _text.Append('[').Append(count).Append(']') : _text.Append("null");
        _text.Append(')');
    }

    private void AppendMember(string name, string? value) => _text.Append(", ").Append(name).Append('=').Append(value ?? "null");

    private void AppendNames(IReadOnlyDictionary<string, string>? names)
    {
        _text.Append(", expressionAttributeNames=");
        AppendMap(names, static (text, name) => text._text.Append(name));
    }

    private void Append(Item? item)
    {
        if (item is not { } present)
        {
            _text.Append("null");
            return;
        }

        _text.Append('{');
        for (var i = 0; i < present.Count && _text.Length < MaxLength; i++)
        {
            _text.Append(i == 0 ? string.Empty : ", ").Append(present.GetNameAt(i)).Append("=com.amazonaws.dynamodb.v20120810.AttributeValue@");
            _text.Append(GetIdentity(present.Span.GetValueAt(i).PackedBytes).ToString("x", System.Globalization.CultureInfo.InvariantCulture));
        }

        _text.Append('}');
    }

    private void AppendList<T>(IReadOnlyList<T>? elements, Action<RequestText, T> append)
    {
        if (elements is null)
        {
            _text.Append("null");
            return;
        }

        _text.Append('[');
        for (var i = 0; i < elements.Count && _text.Length < MaxLength; i++)
        {
            _text.Append(i == 0 ? string.Empty : ", ");
            append(this, elements[i]);
        }

        _text.Append(']');
    }

    private void AppendMap<T>(IReadOnlyDictionary<string, T>? entries, Action<RequestText, T> append)
    {
        if (entries is null)
        {
            _text.Append("null");
            return;
        }

        _text.Append('{');
        var separator = string.Empty;
        foreach (var (key, value) in entries.TakeWhile(_ => _text.Length < MaxLength))
        {
            _text.Append(separator).Append(key).Append('=');
            append(this, value);
            separator = ", ";
        }

        _text.Append('}');
    }

    // Java's hash code of an array; equal values print equal identities, as the service's do.
    private static int GetIdentity(ReadOnlySpan<byte> bytes)
    {
        var hash = 1;
        foreach (var value in bytes)
        {
            hash = unchecked((31 * hash) + value);
        }

        return hash;
    }
}
