namespace EFCore.Dynamo.Query.Planning.Filters;

/// <summary>A part of a FilterExpression, without parentheses around it.</summary>
/// <remarks>The service refuses redundant parentheses, so they are written only where a part is put into another.</remarks>
internal readonly record struct FilterPiece
{
    private readonly bool? _isAnd;

    /// <summary>A comparison or a function.</summary>
    public FilterPiece(string text) => Text = text;

    /// <summary>Several parts, joined by AND or OR.</summary>
    public FilterPiece(string text, bool isAnd)
    {
        Text = text;
        _isAnd = isAnd;
    }

    /// <summary>Stands for "always"; the grammar has no word for it.</summary>
    public static FilterPiece True { get; } = new("true");

    /// <summary>Stands for "never"; the grammar has no word for it.</summary>
    public static FilterPiece False { get; } = new("false");

    public string Text { get; }

    public bool IsConstant => this == True || this == False;

    public static FilterPiece Not(FilterPiece piece) => piece == True ? False : piece == False ? True : new($"NOT ({piece.Text})");

    /// <summary>Joins parts, none of them constant. No part is the neutral constant, one part is itself.</summary>
    public static FilterPiece Join(IReadOnlyList<FilterPiece> pieces, bool isAnd)
        => pieces.Count switch
        {
            0 => isAnd ? True : False,
            1 => pieces[0],
            _ => new(string.Join(isAnd ? " AND " : " OR ", pieces.Select(p => p._isAnd is { } inner && inner != isAnd ? $"({p.Text})" : p.Text)), isAnd),
        };
}
