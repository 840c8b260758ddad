using System.Linq.Expressions;
using EFCore.Dynamo.Storage.TypeMapping;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>What one slot of a row gets.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Value">
///     A row, or a row expression: an attribute, the entity or complex value of a row, or the collection of one, which are copied as they are packed; or any
///     value that
///     <paramref name="Mapping" /> can write. Null leaves the slot out.
/// </param>
/// <param name="Mapping">How a computed value is written; null for what is copied.</param>
internal sealed record SlotWrite(RowSlot Slot, Expression Value, DynamoTypeMapping? Mapping)
{
    /// <summary>Where that which is copied lies; null for the whole row.</summary>
    /// <exception cref="InvalidOperationException">The value is computed.</exception>
    public DocumentPath? Source
        => Value switch
        {
            RowExpression row => row.Path,
            AttributeReadExpression read => read.Attribute.Path,
            StructuralTypeShaperExpression { ValueBufferExpression: RowExpression row } => row.Path,
            StructuralCollectionExpression collection => collection.Path,
            LookupCollectionExpression collection => collection.Path,
            _ => throw new InvalidOperationException("A computed value lies nowhere."),
        };
}
