using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Query.Execution.Shaping;

/// <summary>The variable that holds an item or nested map while the entity or complex value in it is materialized.</summary>
/// <param name="Item">A variable of type <see cref="Item" />.</param>
/// <param name="Type">What the map holds.</param>
/// <param name="Owner">The binding of the owner's map; null for an item.</param>
/// <param name="Ordinal">For an element of an owned collection, its position from 1, an <see cref="int" />.</param>
internal sealed record RowBinding(ParameterExpression Item, ITypeBase Type, RowBinding? Owner = null, Expression? Ordinal = null)
{
    /// <summary>
    ///     Variables with the values of key properties, null where they are missing: tracking asks for a key once to look the entity up, the materializer once
    ///     more, and each entity owned again.
    /// </summary>
    public Dictionary<IProperty, ParameterExpression> Keys { get; } = [];

    /// <summary>The path of a property from this map, through the complex properties between.</summary>
    public DocumentPath PathTo(IPropertyBase property)
    {
        var name = property.GetAttributeName();
        return property.DeclaringType is IComplexType complexType && complexType != Type
            ? PathTo(complexType.ComplexProperty).Append(name)
            : DocumentPath.Root(name);
    }
}
