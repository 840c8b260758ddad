using System.Buffers;

namespace EFCore.Dynamo.Engine.Resources;

/// <summary>The rule of table and index names: 3 to 255 characters of <c>[a-zA-Z0-9_.-]</c>.</summary>
internal static class ResourceName
{
    public const int MinLength = 3;
    public const int MaxLength = 255;

    private static readonly SearchValues<char> ValidCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-");

    public static bool HasValidCharacters(string name) => !name.AsSpan().ContainsAnyExcept(ValidCharacters);

    public static bool IsValid(string name) => name.Length is >= MinLength and <= MaxLength && HasValidCharacters(name);

    /// <summary>The constraint of batches, whose keys are table names.</summary>
    public static string MapKeys(int minLength) => "Map keys must satisfy constraint: [Member must have length less than or equal to 255, "
        + $"Member must have length greater than or equal to {minLength}, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]";
}
