using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Algebra;

/// <summary>A value in a condition: an attribute, its size, a constant or a parameter.</summary>
/// <param name="TypeMapping">How the CLR value becomes an attribute value; null where the operand is no stored value (a <c>Take</c> count).</param>
internal abstract record DynamoOperand(CoreTypeMapping? TypeMapping) : DynamoExpression;

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

/// <summary>The function <c>size(path)</c>: elements of a collection, bytes of a string or binary.</summary>
internal sealed record SizeOperand(AttributeOperand Attribute) : DynamoOperand(TypeMapping: null)
{
    /// <inheritdoc />
    public override string ToString()
        => $"size({Attribute})";
}

/// <summary>A value known when the query is compiled, never null: comparisons with null become <see cref="NullPredicate" />.</summary>
/// <param name="Value">Of the mapping's CLR type.</param>
/// <param name="TypeMapping">How the value is written; that of the attribute it is compared with.</param>
internal sealed record ConstantOperand(object Value, CoreTypeMapping? TypeMapping) : DynamoOperand(TypeMapping);

/// <summary>A value known when the query is executed.</summary>
/// <param name="Name">The name in <c>QueryContext.Parameters</c>.</param>
/// <param name="TypeMapping">How the value is written; that of the attribute it is compared with.</param>
/// <param name="IsNullable">
///     Whether the value may be null. A comparison with it is then decided for each execution: <c>=</c> with null asks for a missing or NULL attribute,
///     an order comparison with null is false.
/// </param>
internal sealed record ParameterOperand(string Name, CoreTypeMapping? TypeMapping, bool IsNullable) : DynamoOperand(TypeMapping)
{
    /// <summary>Whether C# compares the value as an object: one of another type than the attribute's property equals nothing.</summary>
    public bool IsBoxed { get; init; }

    /// <summary>
    ///     Whether the value may be one that the attribute cannot hold, such as a number beyond all characters: a comparison with that is decided when it is
    ///     executed.
    /// </summary>
    public bool MayNotFit { get; init; }

    /// <inheritdoc />
    public override string ToString()
        => "@" + Name;
}
