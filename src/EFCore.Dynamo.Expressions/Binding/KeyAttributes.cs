using EFCore.Dynamo.Errors;

namespace EFCore.Dynamo.Expressions.Binding;

/// <summary>Checks of paths against a table's key attributes.</summary>
internal static class KeyAttributes
{
    /// <summary>The key attribute that the path starts at, if it does.</summary>
    public static string? TryFind(CompiledPath path, ResolvedNames names, ReadOnlySpan<string> keyAttributeNames)
    {
        foreach (var key in keyAttributeNames)
        {
            if (string.Equals(key, names[path.Root].Text, StringComparison.Ordinal))
            {
                return key;
            }
        }

        return null;
    }

    public static void ThrowIfDereferenced(ReadOnlySpan<CompiledPath> paths, ResolvedNames names, ReadOnlySpan<string> keyAttributeNames, bool isIndexKey)
    {
        foreach (var path in paths)
        {
            if (path.Steps.Length > 0 && TryFind(path, names, keyAttributeNames) is { } key)
            {
                throw new DynamoValidationException(
                    $"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: {(isIndexKey ? "IndexKey" : "Key")}: {key}");
            }
        }
    }
}
