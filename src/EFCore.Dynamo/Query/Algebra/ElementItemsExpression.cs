using System.Linq.Expressions;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>The rows that a list of the row holds, for LINQ's own methods: their lambdas take an <see cref="Item" /> that has the slot's name.</summary>
internal sealed class ElementItemsExpression : Expression
{
    /// <summary>Names a list.</summary>
    /// <param name="path">The list in the row.</param>
    /// <param name="slot">What the paths of that which is read of an element begin with.</param>
    public ElementItemsExpression(DocumentPath path, RowSlot slot)
    {
        Path = path;
        Slot = slot;
    }

    /// <summary>The list in the row.</summary>
    public DocumentPath Path { get; }

    /// <summary>What the paths of that which is read of an element begin with.</summary>
    public RowSlot Slot { get; }

    /// <inheritdoc />
    public override Type Type
        => typeof(IEnumerable<Item>);

    /// <inheritdoc />
    public override ExpressionType NodeType
        => ExpressionType.Extension;

    /// <inheritdoc />
    public override string ToString()
        => $"item.{Path}[]";

    /// <inheritdoc />
    protected override Expression VisitChildren(ExpressionVisitor visitor)
        => this;
}
