namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>The operators of sort key conditions.</summary>
internal enum SortKeyOperator
{
    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>&lt;</c></summary>
    LessThan,

    /// <summary><c>&lt;=</c></summary>
    LessThanOrEqual,

    /// <summary><c>&gt;</c></summary>
    GreaterThan,

    /// <summary><c>&gt;=</c></summary>
    GreaterThanOrEqual,

    /// <summary><c>BETWEEN</c>, both bounds included.</summary>
    Between,

    /// <summary><c>begins_with</c>, on strings and binaries.</summary>
    BeginsWith,
}
