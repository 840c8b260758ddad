namespace EFCore.Dynamo.Operations;

/// <summary>A violated constraint that an operation words in a way of its own.</summary>
/// <param name="Path">The member that violates it; <c>*</c> stands for a name in a map.</param>
/// <param name="Text">What the service says, whatever the value; null for the usual, or what <paramref name="ShownPath" /> makes of it.</param>
/// <param name="ShownPath">How the member is called where the value is not shown: <c>Value at 'Limit' failed to satisfy constraint: …</c>.</param>
internal sealed record ConstraintForm(string Path, string? Text = null, string? ShownPath = null)
{
    /// <summary>The value that this is only about, as texts show it: <c>''</c>; null for all.</summary>
    public string? Value { get; init; }

    /// <summary>What the constraint that this is only about begins with; null for all.</summary>
    public string? Constraint { get; init; }

    /// <summary>Whether nothing else is reported beside it.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Whether it has no envelope; of those that are alone.</summary>
    public bool IsBare { get; init; }

    /// <summary>Whether it is said only where nothing else is violated; beside others the usual is.</summary>
    public bool IsOfSingle { get; init; }

    /// <summary>Whether it comes before all others.</summary>
    public bool IsFirst { get; init; }

    public bool IsOf(ConstraintViolation violation)
        => IsAt(violation.Path)
            && (Value is null || string.Equals(violation.Value, Value, StringComparison.Ordinal))
            && (Constraint is null || violation.Constraint.StartsWith(Constraint, StringComparison.Ordinal))
            && (ShownPath is null || violation.Value != "null");

    public string Word(ConstraintViolation violation)
        => ShownPath is null
            ? Text ?? violation.ToString()
            : $"Value at '{ShownPath.Replace("*", GetName(violation.Path), StringComparison.Ordinal)}' failed to satisfy constraint: {violation.Constraint}";

    private bool IsAt(string path)
    {
        var star = Path.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? string.Equals(path, Path, StringComparison.Ordinal)
            : path.Length > Path.Length && path.AsSpan().StartsWith(Path.AsSpan(0, star)) && path.AsSpan().EndsWith(Path.AsSpan(star + 1));
    }

    private string GetName(string path)
    {
        var star = Path.IndexOf('*', StringComparison.Ordinal);
        return star < 0 ? string.Empty : path[star..(path.Length - (Path.Length - star - 1))];
    }
}
