using System.Linq.Expressions;
using EFCore.Dynamo.Storage.Codecs;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>What an <c>ExecuteUpdate</c> writes to one attribute of each item.</summary>
/// <param name="Path">The attribute.</param>
/// <param name="Codec">Writes its values.</param>
/// <param name="Member">The property that is set; null for a key attribute that no property owns.</param>
/// <param name="Value">For the service; null where only the client can compute the value.</param>
/// <param name="RowValue">The same value as a LINQ expression over the row, as it was before the update.</param>
internal sealed record AttributeSetter(DocumentPath Path, AttributeValueCodec Codec, IReadOnlyPropertyBase? Member, UpdateValue? Value, Expression RowValue)
{
    /// <summary>Whether null is no value of the property.</summary>
    public bool IsRequired
        => Member switch
        {
            IReadOnlyProperty property => !property.IsNullable,
            IReadOnlyComplexProperty property => !property.IsNullable,
            _ => false,
        };

    /// <summary>The map that the attribute is in, without which nothing can be set; null for an attribute of the item itself.</summary>
    public DocumentPath? Map
        => Path.Parent;
}
