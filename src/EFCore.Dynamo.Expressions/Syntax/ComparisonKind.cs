namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>The comparators of condition expressions.</summary>
internal enum ComparisonKind
{
    /// <summary><c>=</c>: equal type and value; any types.</summary>
    Equal,

    /// <summary><c>&lt;&gt;</c>: the negation of <c>=</c>.</summary>
    NotEqual,

    /// <summary><c>&lt;</c> of two numbers, strings or binaries.</summary>
    LessThan,

    /// <summary><c>&lt;=</c> of two numbers, strings or binaries.</summary>
    LessThanOrEqual,

    /// <summary><c>&gt;</c> of two numbers, strings or binaries.</summary>
    GreaterThan,

    /// <summary><c>&gt;=</c> of two numbers, strings or binaries.</summary>
    GreaterThanOrEqual,
}
