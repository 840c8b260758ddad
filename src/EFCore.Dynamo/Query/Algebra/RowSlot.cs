namespace EFCore.Dynamo.Query.Algebra;

/// <summary>A place in a joined row for the items of one more source.</summary>
/// <remarks>
///     A row of several sources is one packed item: the attributes of the first source, and one attribute for each further source that holds its item as a map.
///     So everything that reads a row reads a joined one. The names begin with U+10FFFF, which is no character, and sort behind all others.
/// </remarks>
/// <param name="Number">Unique in the query.</param>
/// <param name="IsElement">
///     Whether the slot is none of the row, but stands for each element of one of its lists in what is computed of them: there both rows have a name.
/// </param>
internal readonly record struct RowSlot(int Number, bool IsElement = false)
{
    private const string Prefix = "\U0010FFFF";
    private const string ElementPrefix = Prefix + "e";

    /// <summary>Characters before the number.</summary>
    public const int PrefixLength = 2;

    /// <summary>The attribute in the joined row.</summary>
    public string AttributeName
        => (IsElement ? ElementPrefix : Prefix) + Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The place of a path of the slot's own item in the joined row.</summary>
    public DocumentPath PathTo(DocumentPath? path)
        => path is null ? DocumentPath.Root(AttributeName) : path.Prepend(AttributeName);

    /// <summary>Whether a path leads into a slot.</summary>
    public static bool IsIn(DocumentPath path)
        => path.RootName.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether a path leads into an element, and not into the row.</summary>
    public static bool IsInElement(DocumentPath path)
        => path.RootName.StartsWith(ElementPrefix, StringComparison.Ordinal);

    /// <summary>The place for the row around a subquery while the subquery is translated; no row has it at run time.</summary>
    /// <param name="number">Unique in the query.</param>
    public static RowSlot Outer(int number)
        => new(-number);

    /// <summary>Whether a path leads into the row around a subquery.</summary>
    public static bool IsOuter(DocumentPath path)
        => path.RootName.StartsWith(Prefix + "-", StringComparison.Ordinal);

    /// <summary>Whether a path is that of a whole item in a slot, in a slot of a slot at most.</summary>
    public static bool IsItem(DocumentPath path)
        => path.Segments.All(segment => segment is NameSegment name && name.Name.StartsWith(Prefix, StringComparison.Ordinal));
}
