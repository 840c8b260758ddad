using System.Collections.Frozen;

namespace EFCore.Dynamo.Metadata;

/// <summary>
///     The names under which EF's relational package keeps what its verbs say. Read by name: this provider does not need the package, but its models may have
///     been written with it.
/// </summary>
internal static class RelationalAnnotationNames
{
    private const string Prefix = "Relational:";

    public const string TableName = Prefix + nameof(TableName);
    public const string Schema = Prefix + nameof(Schema);
    public const string ColumnName = Prefix + nameof(ColumnName);
    public const string ColumnType = Prefix + nameof(ColumnType);
    public const string JsonPropertyName = Prefix + nameof(JsonPropertyName);
    public const string ContainerColumnName = Prefix + nameof(ContainerColumnName);
    public const string DefaultValue = Prefix + nameof(DefaultValue);
    public const string MappingStrategy = Prefix + nameof(MappingStrategy);

    /// <summary>What has no meaning without a relational database and changes nothing about what is stored: nobody misses it.</summary>
    public static readonly FrozenSet<string> Meaningless = new[]
    {
        Prefix + "Name",
        Prefix + "Comment",
        Prefix + "ColumnOrder",
        Prefix + "ContainerColumnType",
        Prefix + "DefaultConstraintName",
        Prefix + "IsStored",
        Prefix + "IsTableExcludedFromMigrations",
        Prefix + "MaxIdentifierLength",
        Prefix + "UseNamedDefaultConstraints",
        Prefix + "ViewSchema",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The calls that set annotations, for texts.</summary>
    public static readonly FrozenDictionary<string, string> Calls = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [TableName] = "ToTable",
        [Schema] = "the schema of a table",
        [ColumnName] = "HasColumnName",
        [ColumnType] = "HasColumnType",
        [JsonPropertyName] = "HasJsonPropertyName",
        [ContainerColumnName] = "ToJson",
        [DefaultValue] = "HasDefaultValue",
        [MappingStrategy] = "UseTptMappingStrategy or UseTpcMappingStrategy",
        [Prefix + "DefaultValueSql"] = "HasDefaultValueSql",
        [Prefix + "ComputedColumnSql"] = "HasComputedColumnSql",
        [Prefix + "DefaultSchema"] = "HasDefaultSchema",
        [Prefix + "CheckConstraints"] = "HasCheckConstraint",
        [Prefix + "Collation"] = "UseCollation",
        [Prefix + "IsFixedLength"] = "IsFixedLength",
        [Prefix + "Filter"] = "HasFilter",
        [Prefix + "Sequences"] = "HasSequence",
        [Prefix + "DbFunctions"] = "HasDbFunction",
        [Prefix + "FunctionName"] = "ToFunction",
        [Prefix + "SqlQuery"] = "ToSqlQuery",
        [Prefix + "ViewName"] = "ToView",
        [Prefix + "MappingFragments"] = "SplitToTable",
        [Prefix + "RelationalOverrides"] = "HasColumnName in a table of its own",
        [Prefix + "InsertStoredProcedure"] = "InsertUsingStoredProcedure",
        [Prefix + "UpdateStoredProcedure"] = "UpdateUsingStoredProcedure",
        [Prefix + "DeleteStoredProcedure"] = "DeleteUsingStoredProcedure",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
