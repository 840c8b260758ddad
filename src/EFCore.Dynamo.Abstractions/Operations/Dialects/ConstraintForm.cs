namespace EFCore.Dynamo.Operations;

/// <summary>A violated constraint that an operation words in a way of its own.</summary>
/// <param name="Path">The member that violates it.</param>
/// <param name="Text">What the service says, whatever the value.</param>
internal sealed record ConstraintForm(string Path, string Text)
{
    /// <summary>The value that this is only about, as texts show it: <c>''</c>; null for all.</summary>
    public string? Value { get; init; }

    /// <summary>Whether nothing else is reported beside it.</summary>
    public bool IsAlone { get; init; }

    public bool IsOf(ConstraintViolation violation)
        => string.Equals(violation.Path, Path, StringComparison.Ordinal) && (Value is null || string.Equals(violation.Value, Value, StringComparison.Ordinal));
}
