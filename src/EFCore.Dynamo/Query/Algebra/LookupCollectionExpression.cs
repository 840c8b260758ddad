using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>The items that a collection lookup found for a row, each as what the inner query's shaper makes of it.</summary>
internal sealed class LookupCollectionExpression : Expression
{
    private readonly Type _type;

    /// <summary>Names a collection.</summary>
    /// <param name="path">The list in the row.</param>
    /// <param name="elementShaper">Makes the element of the inner row.</param>
    /// <param name="type">The CLR type of the collection.</param>
    public LookupCollectionExpression(DocumentPath path, Expression elementShaper, Type type)
    {
        Path = path;
        ElementShaper = elementShaper;
        _type = type;
    }

    /// <summary>The list in the row.</summary>
    public DocumentPath Path { get; }

    /// <summary>Makes the element of the inner row, a row expression over it.</summary>
    public Expression ElementShaper { get; }

    /// <inheritdoc />
    public override Type Type
        => _type;

    /// <inheritdoc />
    public override ExpressionType NodeType
        => ExpressionType.Extension;

    /// <inheritdoc />
    protected override Expression VisitChildren(ExpressionVisitor visitor)
        => this;
}
