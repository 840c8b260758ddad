namespace EFCore.Dynamo.Update;

/// <summary>One request of a plan.</summary>
/// <param name="Operations">What it writes; more than one only in a transaction.</param>
/// <param name="IsTransaction">Whether it is sent as TransactWriteItems.</param>
internal readonly record struct WriteStep(IReadOnlyList<WriteOperation> Operations, bool IsTransaction);
