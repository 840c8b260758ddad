using System.Linq.Expressions;

namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>A condition on a sample.</summary>
/// <param name="Text">What a failure shows.</param>
/// <param name="Build">The condition as an expression over a sample; the function says how a value is written, inline or as a variable.</param>
/// <param name="IsTrue">What C# says of a row as it was read, null flowing through instead of an exception.</param>
internal sealed record Condition(string Text, Func<Expression, ValueForm, Expression> Build, Func<SampleRow, bool> IsTrue);
