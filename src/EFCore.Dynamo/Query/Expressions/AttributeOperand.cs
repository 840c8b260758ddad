using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Expressions;

/// <summary>An attribute of the item or a value nested in one.</summary>
/// <param name="Path">Where the value is.</param>
/// <param name="Property">The property that owns the attribute; null for a map entry, a list element or a whole map.</param>
/// <param name="TypeMapping">How the value is written; null for a map of an owned or complex type, which has no scalar value.</param>
internal sealed record AttributeOperand(AttributePath Path, IReadOnlyProperty? Property, CoreTypeMapping? TypeMapping) : DynamoOperand(TypeMapping)
{
    /// <inheritdoc />
    public override string ToString()
        => Path.ToString();
}
