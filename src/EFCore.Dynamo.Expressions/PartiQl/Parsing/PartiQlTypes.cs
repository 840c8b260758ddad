using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.PartiQl.Parsing;

/// <summary>The types that <c>IS</c> may name, and the attribute types that each stands for.</summary>
internal static class PartiQlTypes
{
    /// <summary>Whether PartiQL knows the type, given in lower case; the service may have no values of it.</summary>
    public static bool IsKnown(string name)
        => name is "missing" or "timestamp" or "symbol" or "clob" or "sexp" || Find(name).Length > 0;

    /// <summary>The attribute types; none for what no attribute can be.</summary>
    public static ReadOnlySpan<AttributeType> Find(string name)
        => name switch
        {
            "null" => [AttributeType.Null],
            "bool" or "boolean" => [AttributeType.Boolean],
            "int" or "integer" or "smallint" or "float" or "real" or "dec" or "decimal" or "numeric" => [AttributeType.Number],
            "string" or "char" or "character" or "varchar" => [AttributeType.String],
            "blob" => [AttributeType.Binary],
            "list" => [AttributeType.List],
            "struct" or "tuple" => [AttributeType.Map],
            "bag" => [AttributeType.StringSet, AttributeType.NumberSet, AttributeType.BinarySet],
            _ => [],
        };
}
