namespace EFCore.Dynamo.Metadata;

/// <summary>What the user said about one key attribute.</summary>
/// <param name="Template">The string form of its key template.</param>
/// <param name="AttributeName">The attribute's name; null for the default.</param>
internal sealed record KeyConfiguration(string Template, string? AttributeName)
{
    public override string ToString() => AttributeName is null ? Template : $"{AttributeName} = {Template}";
}
