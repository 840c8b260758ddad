namespace EFCore.Dynamo.Server.Tests.ApiModel;

/// <summary>A test against the service's own API models, which lie beside the repository where it is developed; elsewhere it is skipped and says so.</summary>
public sealed class ApiModelFactAttribute : FactAttribute
{
    public ApiModelFactAttribute()
    {
        if (Directory is null)
        {
            Skip = "The service's API models (shared/dynamodb beside the repository) are not on this machine; operations.json is used unchecked.";
        }
    }

    /// <summary>Where they are; null where they are not.</summary>
    public static string? Directory { get; } = Find();

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "shared", "dynamodb");
            if (ApiOperations.Source.Append(ApiOperations.Additions).All(name => File.Exists(Path.Combine(candidate, name))))
            {
                return candidate;
            }
        }

        return null;
    }
}
