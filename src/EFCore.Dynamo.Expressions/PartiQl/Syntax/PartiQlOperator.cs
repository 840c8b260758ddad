namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>The operators that stand between two values.</summary>
internal enum PartiQlOperator
{
    /// <summary><c>=</c> compares type and value.</summary>
    Equal,

    /// <summary><c>&lt;&gt;</c>, also written <c>!=</c>, is the negation of <c>=</c>.</summary>
    NotEqual,

    /// <summary><c>&lt;</c> compares two numbers, strings or binaries.</summary>
    LessThan,

    /// <summary><c>&lt;=</c> compares two numbers, strings or binaries.</summary>
    LessThanOrEqual,

    /// <summary><c>&gt;</c> compares two numbers, strings or binaries.</summary>
    GreaterThan,

    /// <summary><c>&gt;=</c> compares two numbers, strings or binaries.</summary>
    GreaterThanOrEqual,

    /// <summary><c>+</c> adds two numbers.</summary>
    Add,

    /// <summary><c>-</c> subtracts the second number from the first.</summary>
    Subtract,
}
