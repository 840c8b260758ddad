using System.Linq.Expressions;
using EFCore.Dynamo.Storage.TypeMapping;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>The value of an attribute, read from the row.</summary>
/// <remarks>A missing attribute reads as the default of <see cref="Type" />.</remarks>
internal sealed class AttributeReadExpression : Expression
{
    private readonly Type _type;

    /// <summary>Reads an attribute as a CLR type.</summary>
    /// <param name="attribute">The attribute; its mapping's codec reads the value.</param>
    /// <param name="type">The mapping's CLR type, or its nullable form.</param>
    public AttributeReadExpression(AttributeOperand attribute, Type type)
    {
        Attribute = attribute;
        _type = type;
    }

    /// <summary>The attribute that is read.</summary>
    public AttributeOperand Attribute { get; }

    /// <summary>How the value is written.</summary>
    public DynamoTypeMapping Mapping
        => (DynamoTypeMapping)Attribute.TypeMapping!; // a read always has a mapping: maps of structural types are rows, not values

    /// <inheritdoc />
    public override Type Type
        => _type;

    /// <inheritdoc />
    public override ExpressionType NodeType
        => ExpressionType.Extension;

    /// <summary>The same read with null for a missing attribute.</summary>
    public AttributeReadExpression MakeNullable()
        => _type.IsValueType && Nullable.GetUnderlyingType(_type) is null
            ? new(Attribute, typeof(Nullable<>).MakeGenericType(_type))
            : this;

    /// <inheritdoc />
    public override string ToString()
        => $"item.{Attribute.Path}";

    /// <inheritdoc />
    protected override Expression VisitChildren(ExpressionVisitor visitor)
        => this;
}
