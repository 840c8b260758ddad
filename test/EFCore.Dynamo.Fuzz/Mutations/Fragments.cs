namespace EFCore.Dynamo.Fuzz.Mutations;

/// <summary>Pieces that mean something to the parsers behind the door.</summary>
internal static class Fragments
{
    /// <summary>Stands for half of a pair of UTF-16 code units, which no tree can hold; it becomes one in the text.</summary>
    public const string LoneSurrogate = "@lone-surrogate@";

    /// <summary>Of JSON: values of every kind, and attribute values that are none.</summary>
    public static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "99999999999999999999", "1.5", "\"\"", "\"x\"", "\"1\"", "{}", "[]", "[null]", "{\"S\":\"a\"}", "{\"N\":\"1e125\"}",
        "{\"N\":\"1e126\"}", "{\"N\":\"NaN\"}", "{\"N\":\"\"}",
        "{\"N\":\"123456789012345678901234567890123456789\"}", "{\"S\":null}", "{\"NULL\":true}", "{\"NULL\":false}", "{\"M\":{\"\":{\"S\":\"\"}}}",
        "{\"SS\":[\"a\",\"a\"]}", "{\"SS\":[]}", "{\"NS\":[\"1\",\"1.0\"]}",
        "{\"BS\":[\"AA==\",\"AA==\"]}", "{\"L\":[{\"L\":[{\"L\":[]}]}]}", "{\"B\":\"****\"}", "{\"S\":\"a\",\"N\":\"1\"}", "{\"X\":1}", "\"ALL_NEW\"",
        "\"ALL_OLD\"", "\"NONE\"", "\"INDEXES\"", "\"fuzz\"", "\"by-local\"", "\"by-g\"",
        "\"COUNT\"", "\"KEYS_ONLY\"", "\"HASH\"", $"\"{LoneSurrogate}\"", "\"\\u0000\"", "\"arn:aws:dynamodb:local:000000000000:table/fuzz\"",
        "9007199254740993", "-0", "1E400",
    ];

    /// <summary>Of expressions.</summary>
    public static readonly string[] Expressions =
    [
        " ", "(", ")", "AND ", "OR", " NOT ", "SET ", "REMOVE a", "ADD c :v", "DELETE s :v", ",", "=", "<>", "<=", ":v", ":missing", "#a", "#missing", "a.b",
        "[0]", "[99999999999]", "[-1]", ".", "size(", "contains(a, :v)", "attribute_exists(pk)",
        "attribute_type(a, :v)", "begins_with(", "BETWEEN", " AND ", "IN (:v)", "IN (", "\u0000", "é", "😀", "((((((((((", "if_not_exists(a, :v)", "+ :v",
        "- :v", "list_append(a, a)", "pk", "sk", "timestamp", "\t\n", "0", "#", ":",
    ];

    /// <summary>Of PartiQL.</summary>
    public static readonly string[] PartiQl =
    [
        "SELECT ", " FROM ", " WHERE ", "\"fuzz\"", "\"fuzz\".\"by-g\"", "'a'", "'", "\"", "?", "*", " IS MISSING", " IS NOT NULL", "begins_with(", "<<'a'>>",
        "[1, 2]", "{'a': 1}", " ORDER BY pk DESC", " RETURNING ALL OLD *", " SET ", " REMOVE ",
        "list_append(a, [1])", "set_add(s, <<'x'>>)", " VALUE ", " INSERT INTO ", " UPDATE ", " DELETE FROM ", "EXISTS(", " IN ['a', 'b']", " BETWEEN 1 AND 2",
        " NOT ", "((((", "--", "/*", ";", "`", "@", "1e400", "-", "||",
    ];

    /// <summary>Of names that members and attributes may have.</summary>
    public static readonly string[] Names =
    [
        "x", "", "pk", "sk", "g", ":v", "#a", "S", "N", "L", "M", "SS", "B", "BOOL", "fuzz", "Limit", "Segment", "TotalSegments", "Select", "IndexName",
        "ExpressionAttributeValues", "ExpressionAttributeNames", "Key", "Item", "TableName",
        "ConditionExpression", "Expected", "AttributeUpdates", "KeyConditions", "ScanFilter", "ConditionalOperator", "ReturnValues", "Parameters", "Statement",
        "NextToken", "StreamSpecification", "Tags",
    ];
}
