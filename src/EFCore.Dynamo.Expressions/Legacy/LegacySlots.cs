using EFCore.Dynamo.Errors;
using EFCore.Dynamo.Expressions.Binding;
using EFCore.Dynamo.Expressions.Evaluation;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.Legacy;

/// <summary>The attributes and values of one legacy parameter, numbered as those of an expression are; names are literal, whatever they look like.</summary>
/// <param name="attributeCount">How many attributes will be added.</param>
internal sealed class LegacySlots(int attributeCount)
{
    /// <summary>The slots of an expression without placeholders: a legacy parameter has none, even where a name begins with <c>#</c>.</summary>
    public static readonly ExpressionSlots NoPlaceholders = new();

    private readonly AttributeName[] _names = new AttributeName[attributeCount];
    private readonly CompiledPath[] _paths = new CompiledPath[attributeCount];
    private readonly List<AttributeValue> _values = [];

    private int _count;

    /// <summary>One for each attribute, in their order; only once all are added.</summary>
    public CompiledPath[] Paths => _paths;

    public ResolvedNames ResolveNames() => new(_names, isComplete: true);

    public AttributeValue[] GetValues() => [.. _values];

    /// <exception cref="DynamoValidationException">The name is empty, longer than an attribute's can be, or no text.</exception>
    public CompiledPath AddAttribute(string name)
    {
        if (name.Length == 0)
        {
            throw LegacyErrors.EmptyName();
        }

        try
        {
            _names[_count] = new(name);
        }
        catch (ArgumentException exception)
        {
            // Too long in UTF-8, or a lone surrogate: only encoding it tells. The wire allows neither, so the service has no text for it.
            throw new DynamoValidationException($"One or more parameter values were invalid: {exception.Message}", exception);
        }

        var path = new CompiledPath(_count, _count);
        _paths[_count++] = path;
        return path;
    }

    /// <returns>The slot of the value.</returns>
    /// <exception cref="DynamoValidationException">The value nests deeper than an item may.</exception>
    public int AddValue(AttributeValue value)
    {
        if (value.Span.Depth >= ExpressionLimits.MaxValueDepth)
        {
            throw new DynamoValidationException(
                "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit");
        }

        _values.Add(value);
        return _values.Count - 1;
    }

    public CompiledValueOperand AddOperand(AttributeValue value) => new(AddValue(value));
}
