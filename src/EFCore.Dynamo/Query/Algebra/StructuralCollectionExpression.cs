using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>The list of maps of an owned collection or a complex collection, read as CLR objects that nobody tracks.</summary>
internal sealed class StructuralCollectionExpression : Expression
{
    /// <summary>Names a collection of the row.</summary>
    /// <param name="member">An owned collection navigation or a complex collection.</param>
    /// <param name="path">Where the list is in the item.</param>
    public StructuralCollectionExpression(IPropertyBase member, DocumentPath path)
    {
        Member = member;
        Path = path;
    }

    /// <summary>An owned collection navigation or a complex collection.</summary>
    public IPropertyBase Member { get; }

    /// <summary>Where the list is in the item.</summary>
    public DocumentPath Path { get; }

    /// <summary>The type of the elements.</summary>
    public ITypeBase ElementType
        => Member is INavigation navigation ? navigation.TargetEntityType : ((IComplexProperty)Member).ComplexType;

    /// <inheritdoc />
    public override Type Type
        => Member.ClrType;

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
