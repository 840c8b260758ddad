namespace EFCore.Dynamo.Query.Algebra;

/// <summary>What a row becomes of the items that a lookup finds for it.</summary>
internal enum LookupKind
{
    /// <summary>One row for each item; none where nothing is found.</summary>
    Inner,

    /// <summary>One row for each item; the row alone, its slot empty, where nothing is found.</summary>
    Left,

    /// <summary>One row with the first item; the row alone, its slot empty, where nothing is found.</summary>
    Single,

    /// <summary>One row with the list of the items.</summary>
    Collection,
}
