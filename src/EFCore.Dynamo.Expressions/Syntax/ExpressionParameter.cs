namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>The request parameter that carries an expression; the service's errors begin with its name.</summary>
internal enum ExpressionParameter
{
    /// <summary><c>ConditionExpression</c> of writes.</summary>
    ConditionExpression,

    /// <summary><c>FilterExpression</c> of Query and Scan.</summary>
    FilterExpression,

    /// <summary><c>KeyConditionExpression</c> of Query.</summary>
    KeyConditionExpression,

    /// <summary><c>UpdateExpression</c> of UpdateItem.</summary>
    UpdateExpression,

    /// <summary><c>ProjectionExpression</c> of reads.</summary>
    ProjectionExpression,

    /// <summary>None: the WHERE clause of a statement, whose errors have no name in front.</summary>
    Statement,
}
