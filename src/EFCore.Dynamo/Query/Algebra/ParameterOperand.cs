using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>A value known when the query is executed.</summary>
/// <param name="Name">The name in <c>QueryContext.Parameters</c>.</param>
/// <param name="TypeMapping">How the value is written; that of the attribute it is compared with.</param>
/// <param name="IsNullable">
///     Whether the value may be null. A comparison with it is then decided for each execution: <c>=</c> with null asks for a missing or NULL attribute,
///     an order comparison with null is false.
/// </param>
internal sealed record ParameterOperand(string Name, CoreTypeMapping? TypeMapping, bool IsNullable) : DynamoOperand(TypeMapping)
{
    /// <summary>Whether C# compares the value as an object: one of another type than the attribute's property equals nothing.</summary>
    public bool IsBoxed { get; init; }

    /// <summary>Whether the value may be one that the attribute cannot hold, such as a number beyond all characters: a comparison with that is decided when it is executed.</summary>
    public bool MayNotFit { get; init; }

    /// <inheritdoc />
    public override string ToString()
        => "@" + Name;
}
