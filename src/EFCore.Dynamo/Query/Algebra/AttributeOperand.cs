using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>An attribute of the item or a value nested in one.</summary>
/// <param name="Path">Where the value is.</param>
/// <param name="Property">The property that owns the attribute; null for a map entry, a list element or a whole map.</param>
/// <param name="TypeMapping">How the value is written; null for a map of an owned or complex type, which has no scalar value.</param>
internal sealed record AttributeOperand(DocumentPath Path, IReadOnlyProperty? Property, CoreTypeMapping? TypeMapping) : DynamoOperand(TypeMapping)
{
    /// <summary>Whether a missing attribute is an empty collection and not null: a set, or a list or dictionary that the model says is never null.</summary>
    public bool IsEmptyWhereMissing
        => TypeMapping is DynamoTypeMapping { Converter: null } mapping
            && mapping.AttributeType switch
            {
                AttributeType.StringSet or AttributeType.NumberSet or AttributeType.BinarySet => true,
                AttributeType.List or AttributeType.Map => Property is { IsNullable: false },
                _ => false,
            };

    /// <inheritdoc />
    public override string ToString()
        => Path.ToString();
}
