namespace Shop.Model;

/// <summary>What a line of the books is.</summary>
public enum OrderKind
{
    /// <summary>A sale.</summary>
    Invoice,

    /// <summary>Goods returned; its number starts with <c>C</c>.</summary>
    CreditNote,

    /// <summary>A correction of the books, such as bad debt; its number starts with <c>A</c>.</summary>
    Adjustment,
}
