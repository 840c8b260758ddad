namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>The functions of DynamoDB's expressions. Their names are case-sensitive.</summary>
internal enum ExpressionFunction
{
    /// <summary><c>attribute_exists(path)</c>: whether the item has the attribute; one that is NULL exists.</summary>
    AttributeExists,

    /// <summary><c>attribute_not_exists(path)</c>: whether the item lacks the attribute.</summary>
    AttributeNotExists,

    /// <summary><c>attribute_type(path, type)</c>: whether the attribute is of the type, whose wire name (<c>S</c>, <c>NS</c>, …) is a string value.</summary>
    AttributeType,

    /// <summary><c>begins_with(path, prefix)</c>: whether a string or binary begins with another.</summary>
    BeginsWith,

    /// <summary><c>contains(path, operand)</c>: whether a string or binary has another in it, or a set or list the element.</summary>
    Contains,

    /// <summary><c>size(path)</c>: the UTF-16 code units of a string, the bytes of a binary, the elements of a set, list or map.</summary>
    Size,

    /// <summary><c>if_not_exists(path, operand)</c>, in updates: the attribute's value, or the operand where the item lacks the attribute.</summary>
    IfNotExists,

    /// <summary><c>list_append(list, list)</c>, in updates: a list of the elements of both, those of the first in front.</summary>
    ListAppend,
}
