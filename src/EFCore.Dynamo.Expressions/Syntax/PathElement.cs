namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>One dereference in a path: a map entry (<c>.name</c>) or a list element (<c>[index]</c>).</summary>
internal readonly record struct PathElement
{
    private PathElement(string? name, int index)
    {
        Name = name;
        Index = index;
    }

    /// <summary>The map entry's literal name, or a placeholder with its <c>#</c>; null for a list element.</summary>
    public string? Name { get; }

    /// <summary>The list element's zero-based index; 0 for a map entry.</summary>
    public int Index { get; }

    /// <summary>The map entry of that name or placeholder.</summary>
    public static PathElement MapEntry(string name) => new(name, 0);

    /// <summary>The list element at that zero-based index.</summary>
    public static PathElement ListElement(int index) => new(null, index);
}
