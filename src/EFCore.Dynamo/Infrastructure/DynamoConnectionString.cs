using System.Data.Common;
using System.Globalization;
using EFCore.Dynamo.Engine.Storage;
using EFCore.Dynamo.Properties;

namespace EFCore.Dynamo.Infrastructure;

/// <summary>A parsed connection string, such as <c>Data Source=shop.dynamo;Durability=Relaxed</c>.</summary>
/// <remarks>
///     Keywords are compared without regard to case and spaces. <c>Data Source</c> is a directory, which is created when missing; <c>:memory:</c> is a
///     database of its own for each call of <c>UseDynamo</c> (with <c>AddDbContext</c>: for each application); <c>Data Source=NAME;Mode=Memory</c> is shared
///     by name in the process.
/// </remarks>
public sealed record DynamoConnectionString
{
    /// <summary>The <c>Data Source</c> of a private in-memory database.</summary>
    public const string PrivateInMemory = ":memory:";

    private const string DataSourceKeyword = "Data Source";
    private const string ModeKeyword = "Mode";
    private const string DurabilityKeyword = "Durability";
    private const string MaxMapSizeKeyword = "Max Map Size";
    private const string TablePrefixKeyword = "Table Prefix";

    private static readonly string[] Keywords = [DataSourceKeyword, ModeKeyword, DurabilityKeyword, MaxMapSizeKeyword, TablePrefixKeyword];
    private static readonly string[] AwsKeywords = ["Region", "Service Url", "Profile", "Access Key", "Secret Key", "Session Token"];

    private DynamoConnectionString()
    {
    }

    /// <summary>The directory as it was written, the name of a shared in-memory database, or <see cref="PrivateInMemory" />.</summary>
    public required string DataSource { get; init; }

    /// <summary>Whether nothing is kept on disk.</summary>
    public bool IsInMemory { get; private init; }

    /// <summary>When a write is acknowledged.</summary>
    public Durability Durability { get; private init; }

    /// <summary>The size in bytes up to which the database may grow; null for the engine's default.</summary>
    public long? MaxMapSizeBytes { get; private init; }

    /// <summary>Put in front of each table name; empty for none.</summary>
    public string TablePrefix { get; private init; } = "";

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="ArgumentException">It is empty, malformed, lacks a data source, or has an unknown keyword or value; the text says which.</exception>
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

        return Create(values);
    }

    /// <summary>The connection string in its normal form; it holds no secret.</summary>
    public override string ToString()
    {
        var builder = new DbConnectionStringBuilder { [DataSourceKeyword] = DataSource };
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

        if (TablePrefix.Length > 0)
        {
            builder[TablePrefixKeyword] = TablePrefix;
        }

        return builder.ConnectionString;
    }

    private static DynamoConnectionString Create(Dictionary<string, string> values)
    {
        if (!values.TryGetValue(DataSourceKeyword, out var dataSource) || dataSource.Length == 0)
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
            Durability = ParseDurability(values.GetValueOrDefault(DurabilityKeyword)),
            MaxMapSizeBytes = values.GetValueOrDefault(MaxMapSizeKeyword) is { } size ? ParseSize(size) : null,
            TablePrefix = ParseTablePrefix(values.GetValueOrDefault(TablePrefixKeyword, "")),
        };
    }

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

        foreach (var keyword in AwsKeywords)
        {
            if (string.Equals(Normalize(keyword), normalized, StringComparison.OrdinalIgnoreCase))
            {
                throw new NotSupportedException(DynamoStrings.AwsNotInThisVersion(keyword));
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

    private static Durability ParseDurability(string? value)
        => value switch
        {
            null => Durability.Full,
            _ when string.Equals(value, nameof(Durability.Full), StringComparison.OrdinalIgnoreCase) => Durability.Full,
            _ when string.Equals(value, nameof(Durability.Relaxed), StringComparison.OrdinalIgnoreCase) => Durability.Relaxed,
            _ => throw InvalidValue(DurabilityKeyword, value, "Full or Relaxed"),
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
