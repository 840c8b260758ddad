namespace EFCore.Dynamo.Operations;

/// <summary>One violated constraint of the API model.</summary>
/// <param name="Value">The value as the text shows it: <c>null</c>, or in apostrophes.</param>
/// <param name="Path">Where it stands: <c>keySchema.1.member.keyType</c>.</param>
/// <param name="Constraint">What it violates.</param>
internal readonly record struct ConstraintViolation(string Value, string Path, string Constraint)
{
    /// <inheritdoc />
    public override string ToString() => $"Value {Value} at '{Path}' failed to satisfy constraint: {Constraint}";
}
