using System.Collections.Frozen;

namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>The words that are no identifiers unless they are quoted: those of SQL-92 and PartiQL's own.</summary>
/// <remarks>They differ from the reserved words of DynamoDB's expressions: <c>Status</c> is an identifier here, <c>key</c> is not.</remarks>
internal static class PartiQlKeywords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = FrozenSet.Create<string>(
        StringComparer.OrdinalIgnoreCase,
        [
            "absolute", "action", "add", "all", "allocate", "alter", "and", "any", "are", "as", "asc", "assertion", "at", "authorization", "avg", "bag",
            "begin", "between", "bit", "bit_length", "blob", "bool", "boolean", "by", "cascade", "cascaded", "case", "cast", "catalog", "char", "char_length",
            "character", "character_length", "check", "clob", "close", "coalesce", "collate", "collation", "column", "commit", "conflict", "connect",
            "connection", "constraint", "constraints", "continue", "convert", "corresponding", "count", "create", "cross", "current", "current_date",
            "current_time", "current_timestamp", "current_user", "cursor", "date", "date_add", "date_diff", "deallocate", "dec", "decimal", "declare",
            "default", "deferrable", "deferred", "delete", "desc", "describe", "descriptor", "diagnostics", "disconnect", "distinct", "do", "domain",
            "double", "drop", "else", "end", "escape", "except", "exception", "exec", "execute", "exists", "external", "extract", "false", "fetch",
            "first", "float", "for", "foreign", "found", "from", "full", "get", "global", "go", "goto", "grant", "group", "having", "identity", "immediate",
            "in", "index", "indicator", "initially", "inner", "input", "insensitive", "insert", "int", "integer", "intersect", "interval", "into", "is",
            "isolation", "join", "key", "language", "last", "left", "let", "level", "like", "limit", "list", "local", "lower", "match", "max", "min",
            "missing", "modified", "module", "names", "national", "natural", "nchar", "new", "next", "no", "not", "nothing", "null", "nullif", "numeric",
            "octet_length", "of", "old", "on", "only", "open", "option", "or", "order", "outer", "output", "overlaps", "pad", "partial", "pivot", "position",
            "precision", "prepare", "preserve", "primary", "prior", "privileges", "procedure", "public", "read", "real", "references", "relative", "remove",
            "restrict", "returning", "revoke", "right", "rollback", "rows", "schema", "scroll", "section", "select", "session", "session_user", "set",
            "sexp", "size", "smallint", "some", "space", "sql", "sqlcode", "sqlerror", "sqlstate", "string", "struct", "substring", "sum", "symbol",
            "system_user", "table", "temporary", "then", "time", "timestamp", "to", "transaction", "translate", "translation", "trim", "true", "tuple",
            "union", "unique", "unknown", "unpivot", "update", "upper", "usage", "user", "using", "value", "values", "varchar", "varying", "view", "when",
            "whenever", "where", "with", "work", "write", "zone",
        ]).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The keyword in lower case, or null where the word is an identifier.</summary>
    public static string? Find(ReadOnlySpan<char> word) => Words.TryGetValue(word, out var keyword) ? keyword : null;

    /// <summary>Keywords that are functions where a parenthesis follows.</summary>
    public static bool IsFunction(string keyword)
        => keyword is "size" or "exists" or "count" or "avg" or "max" or "min" or "sum" or "substring" or "char_length" or "character_length" or "octet_length"
            or "bit_length" or "upper" or "lower" or "nullif" or "coalesce" or "list" or "bag" or "sexp";
}
