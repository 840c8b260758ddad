using System.Data.Common;
using System.Globalization;
using EFCore.Dynamo.Engine;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Properties;

namespace EFCore.Dynamo.Infrastructure;

/// <summary>A parsed connection string, such as <c>Data Source=shop.dynamo;Durability=Relaxed</c> or <c>Region=eu-west-1;Table Prefix=prod-</c>.</summary>
/// <remarks>
///     <para>Keywords are compared without regard to case and spaces. <c>Data Source</c> is a directory, which is created when missing; <c>:memory:</c> is a
///     database of its own for each call of <c>UseDynamo</c> (with <c>AddDbContext</c>: for each application); <c>Data Source=NAME;Mode=Memory</c> is shared
///     by name in the process.</para>
///     <para><c>Region</c> or <c>Profile</c> is AWS, <c>Service Url</c> another service with DynamoDB's API, with <c>Region</c> as the name that requests are
///     signed for. Without <c>Access Key</c> and <c>Secret Key</c> (and <c>Session Token</c>) or <c>Profile</c>, credentials come from the environment as with
///     any AWS tool.</para>
/// </remarks>
public sealed record DynamoConnectionString
{
    /// <summary>The <c>Data Source</c> of a private in-memory database.</summary>
    public const string PrivateInMemory = ":memory:";

    private const string DataSourceKeyword = "Data Source";
    private const string ModeKeyword = "Mode";
    private const string DurabilityKeyword = "Durability";
    private const string MaxMapSizeKeyword = "Max Map Size";
    private const string DialectKeyword = "Dialect";
    private const string TablePrefixKeyword = "Table Prefix";
    private const string RegionKeyword = "Region";
    private const string ServiceUrlKeyword = "Service Url";
    private const string ProfileKeyword = "Profile";
    private const string AccessKeyKeyword = "Access Key";
    private const string SecretKeyKeyword = "Secret Key";
    private const string SessionTokenKeyword = "Session Token";

    private static readonly string[] EngineKeywords = [ModeKeyword, DurabilityKeyword, MaxMapSizeKeyword, DialectKeyword];
    private static readonly string[] RemoteKeywords =
    [
        RegionKeyword, ServiceUrlKeyword, ProfileKeyword, AccessKeyKeyword, SecretKeyKeyword, SessionTokenKeyword,
    ];
    private static readonly string[] Keywords = [DataSourceKeyword, .. EngineKeywords, TablePrefixKeyword, .. RemoteKeywords];

    private DynamoConnectionString()
    {
    }

    /// <summary>
    ///     The directory as it was written, the name of a shared in-memory database, or <see cref="PrivateInMemory" />; empty for a remote service.
    /// </summary>
    public string DataSource { get; private init; } = "";

    /// <summary>Whether it names AWS or another remote service, and not the embedded engine.</summary>
    public bool IsRemote => DataSource.Length == 0;

    /// <summary>Whether nothing is kept on disk.</summary>
    public bool IsInMemory { get; private init; }

    /// <summary>When a write is acknowledged.</summary>
    public Durability Durability { get; private init; }

    /// <summary>The size in bytes up to which the database may grow; null for the engine's default.</summary>
    public long? MaxMapSizeBytes { get; private init; }

    /// <summary>How the engine checks requests and words errors.</summary>
    public ValidationDialect Dialect { get; private init; }

    /// <summary>Put in front of each table name; empty for none.</summary>
    public string TablePrefix { get; internal init; } = "";

    /// <summary>The AWS region, or the name that requests to <see cref="ServiceUrl" /> are signed for.</summary>
    public string? Region { get; private init; }

    /// <summary>The address of a remote service that is not AWS.</summary>
    public Uri? ServiceUrl { get; private init; }

    /// <summary>The profile of the AWS configuration files.</summary>
    public string? Profile { get; private init; }

    /// <summary>The access key id.</summary>
    public string? AccessKey { get; private init; }

    /// <summary>The secret access key.</summary>
    public string? SecretKey { get; private init; }

    /// <summary>The session token of temporary keys.</summary>
    public string? SessionToken { get; private init; }

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="ArgumentException">It is empty, malformed, names no database or two, or has an unknown keyword or value; the text says
    /// which.</exception>
    public static DynamoConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);

        DbConnectionStringBuilder pairs;
        try
        {
            pairs = new DbConnectionStringBuilder { ConnectionString = connectionString };
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException(DynamoStrings.ConnectionStringMalformed(exception.Message), nameof(connectionString), exception);
        }

        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string key in pairs.Keys)
        {
            values[FindKeyword(key)] = Convert.ToString(pairs[key], CultureInfo.InvariantCulture)!.Trim(); // values are strings
        }

        return values.ContainsKey(DataSourceKeyword) ? CreateEmbedded(values) : CreateRemote(values);
    }

    /// <summary>The connection string in its normal form, without its keys: it may be logged.</summary>
    public override string ToString()
    {
        var builder = new DbConnectionStringBuilder();
        Add(builder, DataSourceKeyword, DataSource);
        Add(builder, RegionKeyword, Region);
        Add(builder, ServiceUrlKeyword, ServiceUrl?.ToString());
        Add(builder, ProfileKeyword, Profile);
        if (IsInMemory && !string.Equals(DataSource, PrivateInMemory, StringComparison.Ordinal))
        {
            builder[ModeKeyword] = "Memory";
        }

        if (Durability != Durability.Full)
        {
            builder[DurabilityKeyword] = Durability.ToString();
        }

        if (MaxMapSizeBytes is { } maxMapSizeBytes)
        {
            builder[MaxMapSizeKeyword] = maxMapSizeBytes.ToString(CultureInfo.InvariantCulture);
        }

        if (Dialect != ValidationDialect.Current)
        {
            builder[DialectKeyword] = Dialect.ToString();
        }

        Add(builder, TablePrefixKeyword, TablePrefix);
        return builder.ConnectionString;

        static void Add(DbConnectionStringBuilder builder, string keyword, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                builder[keyword] = value;
            }
        }
    }

    /// <summary>Whether an engine that was opened with one of both is right for the other.</summary>
    internal bool HasSettingsOf(DynamoConnectionString other)
        => Durability == other.Durability && MaxMapSizeBytes == other.MaxMapSizeBytes && Dialect == other.Dialect;

    private static DynamoConnectionString CreateEmbedded(Dictionary<string, string> values)
    {
        var dataSource = values[DataSourceKeyword];
        if (Array.Find(RemoteKeywords, values.ContainsKey) is { } remote)
        {
            throw new ArgumentException(DynamoStrings.ConnectionStringNamesTwoDatabases(remote), "connectionString");
        }

        if (dataSource.Length == 0)
        {
            throw new ArgumentException(DynamoStrings.ConnectionStringWithoutDataSource, "connectionString");
        }

        if (dataSource.Contains('\0', StringComparison.Ordinal))
        {
            throw InvalidValue(DataSourceKeyword, dataSource, "the path of a directory");
        }

        return new DynamoConnectionString
        {
            DataSource = dataSource,
            IsInMemory = string.Equals(dataSource, PrivateInMemory, StringComparison.Ordinal) | ParseMode(values.GetValueOrDefault(ModeKeyword)),
            Durability = ParseChoice(values, DurabilityKeyword, Durability.Full, Durability.Relaxed),
            MaxMapSizeBytes = values.GetValueOrDefault(MaxMapSizeKeyword) is { } size ? ParseSize(size) : null,
            Dialect = ParseChoice(values, DialectKeyword, ValidationDialect.Current, ValidationDialect.Classic),
            TablePrefix = ParseTablePrefix(values.GetValueOrDefault(TablePrefixKeyword, "")),
        };
    }

    private static DynamoConnectionString CreateRemote(Dictionary<string, string> values)
    {
        if (!values.ContainsKey(RegionKeyword) && !values.ContainsKey(ServiceUrlKeyword) && !values.ContainsKey(ProfileKeyword))
        {
            throw new ArgumentException(DynamoStrings.ConnectionStringWithoutDataSource, "connectionString");
        }

        if (Array.Find(EngineKeywords, values.ContainsKey) is { } engine)
        {
            throw new ArgumentException(DynamoStrings.ConnectionStringKeywordOfTheEngine(engine), "connectionString");
        }

        ThrowUnlessKeysFit(values);
        return new DynamoConnectionString
        {
            Region = values.GetValueOrDefault(RegionKeyword) is { } region ? ParseRegion(region) : null,
            ServiceUrl = values.GetValueOrDefault(ServiceUrlKeyword) is { } url ? ParseUrl(url) : null,
            Profile = values.GetValueOrDefault(ProfileKeyword),
            AccessKey = values.GetValueOrDefault(AccessKeyKeyword),
            SecretKey = values.GetValueOrDefault(SecretKeyKeyword),
            SessionToken = values.GetValueOrDefault(SessionTokenKeyword),
            TablePrefix = ParseTablePrefix(values.GetValueOrDefault(TablePrefixKeyword, "")),
        };
    }

    private static void ThrowUnlessKeysFit(Dictionary<string, string> values)
    {
        (string Keyword, string Needed)[] pairs =
            [(AccessKeyKeyword, SecretKeyKeyword), (SecretKeyKeyword, AccessKeyKeyword), (SessionTokenKeyword, AccessKeyKeyword)];
        foreach (var (keyword, needed) in pairs)
        {
            if (values.ContainsKey(keyword) && !values.ContainsKey(needed))
            {
                throw new ArgumentException(DynamoStrings.ConnectionStringKeywordNeeds(keyword, needed), "connectionString");
            }
        }

        if (values.ContainsKey(ProfileKeyword) && values.ContainsKey(AccessKeyKeyword))
        {
            throw new ArgumentException(DynamoStrings.ConnectionStringKeywordsExclude(ProfileKeyword, AccessKeyKeyword), "connectionString");
        }
    }

    private static string ParseRegion(string value)
        => value.Length <= 64 && value.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-')
            ? value
            : throw InvalidValue(RegionKeyword, value, "the name of a region, such as eu-west-1");

    private static Uri ParseUrl(string value)
        => Uri.TryCreate(value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw InvalidValue(ServiceUrlKeyword, value, "an address that begins with http:// or https://, such as http://localhost:8000");

    private static string FindKeyword(string key)
    {
        var normalized = Normalize(key);
        foreach (var keyword in Keywords)
        {
            if (string.Equals(Normalize(keyword), normalized, StringComparison.OrdinalIgnoreCase))
            {
                return keyword;
            }
        }

        throw new ArgumentException(DynamoStrings.ConnectionStringKeywordUnknown(key, string.Join(", ", Keywords)), "connectionString");

        static string Normalize(string text) => text.Replace(" ", "", StringComparison.Ordinal);
    }

    private static bool ParseMode(string? value)
        => value is not null
            && (string.Equals(value, "Memory", StringComparison.OrdinalIgnoreCase)
                || (string.Equals(value, "Directory", StringComparison.OrdinalIgnoreCase)
                    ? false
                    : throw InvalidValue(ModeKeyword, value, "Directory or Memory")));

    private static T ParseChoice<T>(Dictionary<string, string> values, string keyword, T usual, T other)
        where T : struct, Enum
        => values.GetValueOrDefault(keyword) switch
        {
            null => usual,
            var value when string.Equals(value, usual.ToString(), StringComparison.OrdinalIgnoreCase) => usual,
            var value when string.Equals(value, other.ToString(), StringComparison.OrdinalIgnoreCase) => other,
            var value => throw InvalidValue(keyword, value, $"{usual} or {other}"),
        };

    private static long ParseSize(string value)
    {
        ReadOnlySpan<char> digits = value;
        var shift = 0;
        foreach (var (unit, bits) in new[] { ("KB", 10), ("MB", 20), ("GB", 30), ("TB", 40) })
        {
            if (digits.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                digits = digits[..^2].TrimEnd();
                shift = bits;
                break;
            }
        }

        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is > 0
            && count <= long.MaxValue >> shift
                ? count << shift
                : throw InvalidValue(MaxMapSizeKeyword, value, "a number of bytes, or one followed by KB, MB, GB or TB");
    }

    private static string ParseTablePrefix(string value)
        => value.Length <= 200 && value.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-')
            ? value
            : throw InvalidValue(TablePrefixKeyword, value, "up to 200 of the characters a-z, A-Z, 0-9, _, . and -");

    private static ArgumentException InvalidValue(string keyword, string value, string expected)
        => new(DynamoStrings.ConnectionStringValueInvalid(keyword, value, expected), "connectionString");
}
