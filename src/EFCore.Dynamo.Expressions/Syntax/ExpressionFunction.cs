namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>The functions of DynamoDB's expressions. Their names are case-sensitive.</summary>
internal enum ExpressionFunction
{
    /// <summary><c>attribute_exists(path)</c></summary>
    AttributeExists,

    /// <summary><c>attribute_not_exists(path)</c></summary>
    AttributeNotExists,

    /// <summary><c>attribute_type(path, type)</c>, the type's wire name being a string value.</summary>
    AttributeType,

    /// <summary><c>begins_with(path, prefix)</c> on strings and binaries.</summary>
    BeginsWith,

    /// <summary><c>contains(path, operand)</c>: a substring, a set's or a list's element.</summary>
    Contains,

    /// <summary><c>size(path)</c>: bytes of a string or binary, elements of a set, list or map.</summary>
    Size,

    /// <summary><c>if_not_exists(path, operand)</c>, in updates.</summary>
    IfNotExists,

    /// <summary><c>list_append(list, list)</c>, in updates.</summary>
    ListAppend,
}
