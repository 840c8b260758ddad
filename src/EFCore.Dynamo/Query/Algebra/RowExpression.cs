using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>The row that a shaper or a client operator works on: the packed item, or a map nested in it.</summary>
/// <remarks>
///     Its type is <see cref="ValueBuffer" /> only because EF's materializers expect one there. The shaper compiler replaces each read from it by a read of the
///     packed bytes, so that no value buffer exists at run time.
/// </remarks>
internal sealed class RowExpression : Expression
{
    /// <summary>The whole item.</summary>
    public static readonly RowExpression Root = new(path: null);

    /// <summary>Names a row.</summary>
    /// <param name="path">Where the map is in the item; null for the item itself.</param>
    public RowExpression(DocumentPath? path)
        => Path = path;

    /// <summary>Where the map is in the item; null for the item itself.</summary>
    public DocumentPath? Path { get; }

    /// <inheritdoc />
    public override Type Type
        => typeof(ValueBuffer);

    /// <inheritdoc />
    public override ExpressionType NodeType
        => ExpressionType.Extension;

    /// <summary>The path of an attribute of this row, from the item's root.</summary>
    public DocumentPath PathTo(string attributeName)
        => Path?.Append(attributeName) ?? DocumentPath.Root(attributeName);

    /// <inheritdoc />
    public override string ToString()
        => Path is null ? "item" : $"item.{Path}";

    /// <inheritdoc />
    protected override Expression VisitChildren(ExpressionVisitor visitor)
        => this;
}
