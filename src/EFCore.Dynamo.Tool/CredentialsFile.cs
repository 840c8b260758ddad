using EFCore.Dynamo.Server.Authentication;

namespace EFCore.Dynamo.Tool;

/// <summary>Reads access keys in the form of <c>~/.aws/credentials</c>.</summary>
/// <remarks>The names of the profiles say nothing to a server: every key of the file may call.</remarks>
internal static class CredentialsFile
{
    /// <exception cref="FormatException">A line or profile is not as it must be; the text says which.</exception>
    public static Dictionary<string, AccessKey> Parse(TextReader reader)
    {
        var keys = new Dictionary<string, AccessKey>(StringComparer.Ordinal);
        string? profile = null;
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var lineNumber = 0;
        while (reader.ReadLine() is { } line)
        {
            lineNumber++;
            line = line.Trim();
            if (line.Length == 0 || line[0] is '#' or ';')
            {
                continue;
            }

            if (line[0] == '[' && line[^1] == ']')
            {
                Add(keys, profile, settings);
                profile = line[1..^1].Trim();
                settings.Clear();
                continue;
            }

            var separator = line.IndexOf('=', StringComparison.Ordinal);
            if (separator < 0 || profile is null)
            {
                throw new FormatException($"line {lineNumber} is neither [profile] nor a setting of one");
            }

            settings[line[..separator].Trim()] = line[(separator + 1)..].Trim();
        }

        Add(keys, profile, settings);
        return keys.Count > 0 ? keys : throw new FormatException("there are no access keys in it");
    }

    private static void Add(Dictionary<string, AccessKey> keys, string? profile, Dictionary<string, string> settings)
    {
        if (profile is null || settings.Count == 0)
        {
            return;
        }

        if (!settings.TryGetValue("aws_access_key_id", out var id) || !settings.TryGetValue("aws_secret_access_key", out var secret))
        {
            throw new FormatException($"profile [{profile}] needs aws_access_key_id and aws_secret_access_key");
        }

        keys[id] = new AccessKey(secret, settings.GetValueOrDefault("aws_session_token"));
    }
}
