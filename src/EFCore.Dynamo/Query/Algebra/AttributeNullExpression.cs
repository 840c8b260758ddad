using System.Linq.Expressions;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>Whether an attribute of the row is missing or of type NULL.</summary>
internal sealed class AttributeNullExpression : Expression
{
    /// <summary>Asks for an attribute of any type; its mapping is not used.</summary>
    public AttributeNullExpression(AttributeOperand attribute)
        => Attribute = attribute;

    /// <summary>The attribute.</summary>
    public AttributeOperand Attribute { get; }

    /// <inheritdoc />
    public override Type Type
        => typeof(bool);

    /// <inheritdoc />
    public override ExpressionType NodeType
        => ExpressionType.Extension;

    /// <inheritdoc />
    public override string ToString()
        => $"item.{Attribute.Path} == null";

    /// <inheritdoc />
    protected override Expression VisitChildren(ExpressionVisitor visitor)
        => this;
}
