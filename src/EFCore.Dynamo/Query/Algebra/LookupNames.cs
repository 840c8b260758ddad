using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Names for the values by which items are looked up, for plans and logs.</summary>
internal static class LookupNames
{
    private const string Prefix = "row";

    /// <summary>The name of a parameter for a value of the row that is joined with what a slot holds.</summary>
    public static string Create(RowSlot slot, Expression outerKey)
        => $"{Prefix}{slot.Number}.{Describe(outerKey)}";

    /// <summary>Whether a parameter is one for a value of a row. EF's own parameters are named after variables, which have no dot.</summary>
    public static bool IsParameter(string name)
        => name.StartsWith(Prefix, StringComparison.Ordinal) && name.Contains('.', StringComparison.Ordinal);

    /// <summary>The attribute that a key expression reads, or what it computes.</summary>
    public static string Describe(Expression key)
    {
        while (key is UnaryExpression { NodeType: ExpressionType.Convert } conversion)
        {
            key = conversion.Operand;
        }

        return key is AttributeReadExpression read ? string.Join('.', read.Attribute.Path.Segments.OfType<NameSegment>().Select(Describe)) : "key";
    }

    private static string Describe(NameSegment segment)
        => RowSlot.IsIn(DocumentPath.Root(segment.Name)) ? Prefix + segment.Name[RowSlot.PrefixLength..] : segment.Name;
}
