namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>The operators of sort key conditions: which range of the sorted items each reads.</summary>
internal enum SortKeyOperator
{
    /// <summary><c>=</c>: the items of that one value.</summary>
    Equal,

    /// <summary><c>&lt;</c>: the items before the value.</summary>
    LessThan,

    /// <summary><c>&lt;=</c>: the items up to the value, itself included.</summary>
    LessThanOrEqual,

    /// <summary><c>&gt;</c>: the items after the value.</summary>
    GreaterThan,

    /// <summary><c>&gt;=</c>: the items from the value on, itself included.</summary>
    GreaterThanOrEqual,

    /// <summary><c>BETWEEN</c>: the items between two values, both included.</summary>
    Between,

    /// <summary><c>begins_with</c>: the items whose string or binary begins with the value.</summary>
    BeginsWith,
}
