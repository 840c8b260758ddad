namespace EFCore.Dynamo.Expressions.PartiQl.Syntax;

/// <summary>A number in the text that no attribute can hold: too large, too small, or of too many digits.</summary>
/// <param name="Text">The number with its sign.</param>
/// <param name="Problem">The service's text about it.</param>
/// <remarks>A statement that has one is well formed; the error comes where the value is made, and says where in the value the number stands.</remarks>
internal sealed record PartiQlUnstorableNumber(string Text, string Problem) : PartiQlExpression;
