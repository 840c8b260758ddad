using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Operations;

/// <summary>Why one statement of a batch failed.</summary>
/// <param name="Code">As in the service: <c>ConditionalCheckFailed</c>, <c>DuplicateItem</c>, <c>ValidationError</c>, <c>ResourceNotFound</c>, …</param>
/// <param name="Message">The service's text.</param>
/// <param name="Item">The item that the condition failed on, if the statement asked for it.</param>
public sealed record BatchStatementError(string? Code, string? Message, Item? Item = null);
