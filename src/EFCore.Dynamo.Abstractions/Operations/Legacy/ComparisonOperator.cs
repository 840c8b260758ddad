namespace EFCore.Dynamo.Operations;

/// <summary>How a legacy condition compares an attribute with its values (<c>EQ</c>, <c>NE</c>, …).</summary>
/// <remarks>
///     A missing attribute satisfies <see cref="NotEqual" />, <see cref="Null" /> and <see cref="NotContains" /> only.
///     See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.Conditions.html">Writing conditions with
///     legacy parameters</see>.
/// </remarks>
public enum ComparisonOperator
{
    /// <summary><c>EQ</c>: equal type and value; one value of any type.</summary>
    Equal,

    /// <summary><c>NE</c>: the negation of <c>EQ</c>.</summary>
    NotEqual,

    /// <summary><c>LE</c>: one S, N or B.</summary>
    LessThanOrEqual,

    /// <summary><c>LT</c>: one S, N or B.</summary>
    LessThan,

    /// <summary><c>GE</c>: one S, N or B.</summary>
    GreaterThanOrEqual,

    /// <summary><c>GT</c>: one S, N or B.</summary>
    GreaterThan,

    /// <summary><c>NOT_NULL</c>: the attribute exists, whatever its type; no value.</summary>
    NotNull,

    /// <summary><c>NULL</c>: the attribute does not exist; no value.</summary>
    Null,

    /// <summary><c>CONTAINS</c>: a part of a string or binary, an element of a set or list; one scalar.</summary>
    Contains,

    /// <summary><c>NOT_CONTAINS</c>: the negation of <c>CONTAINS</c>.</summary>
    NotContains,

    /// <summary><c>BEGINS_WITH</c>: one S or B.</summary>
    BeginsWith,

    /// <summary><c>IN</c>: equal to one of the values, scalars of one type.</summary>
    In,

    /// <summary><c>BETWEEN</c>: two bounds of one type, S, N or B, both included.</summary>
    Between,
}
