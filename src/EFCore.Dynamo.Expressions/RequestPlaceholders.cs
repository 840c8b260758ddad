using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions;

/// <summary>The placeholders of one request, shared by its expressions: resolves them and knows which are used.</summary>
/// <remarks>
///     Not for concurrent use. Order of the service's checks: create this (checks the placeholders themselves), parse all expressions, bind all, then <see cref="ThrowIfUnused" />.
///     In transactions and batches each element with expressions of its own has one.
/// </remarks>
public sealed class RequestPlaceholders
{
    /// <summary>Checks the placeholders' syntax, and that they are neither empty nor given without an expression.</summary>
    /// <param name="names"><c>ExpressionAttributeNames</c>, or null.</param>
    /// <param name="values"><c>ExpressionAttributeValues</c>, or null.</param>
    /// <exception cref="Errors.DynamoValidationException">An empty collection or an invalid placeholder.</exception>
    public RequestPlaceholders(IReadOnlyDictionary<string, string>? names, Item? values) => throw new System.Diagnostics.UnreachableException();

    /// <summary>Checks that each placeholder occurs in an expression bound so far.</summary>
    /// <exception cref="Errors.DynamoValidationException">Some do not; the text names them.</exception>
    public void ThrowIfUnused() => throw new System.Diagnostics.UnreachableException();
}
