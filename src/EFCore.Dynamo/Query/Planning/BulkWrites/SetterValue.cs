using System.Collections;
using System.Globalization;
using EFCore.Dynamo.Properties;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Storage.Codecs;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Query.Planning.BulkWrites;

/// <summary>Resolves and writes the values of one setter.</summary>
internal sealed class SetterValue
{
    private readonly AttributeName _first;
    private readonly AttributeName _second;
    private readonly AttributeName _firstWhereMissing;
    private readonly AttributeName _secondWhereMissing;

    /// <summary>Creates the values of a setter.</summary>
    /// <param name="setter">The setter.</param>
    /// <param name="index">Its number, which the placeholders have.</param>
    public SetterValue(AttributeSetter setter, int index)
    {
        var number = index.ToString(CultureInfo.InvariantCulture);
        Setter = setter;
        Range = SetterRange.TryCreate(setter, index);
        _first = new AttributeName(":s" + number);
        _second = new AttributeName(":t" + number);
        _firstWhereMissing = new AttributeName(":d" + number);
        _secondWhereMissing = new AttributeName(":e" + number);
    }

    /// <summary>The setter.</summary>
    public AttributeSetter Setter { get; }

    /// <summary>What the attribute must be for the value to be one of the property's type; null where it always is.</summary>
    public SetterRange? Range { get; }

    /// <summary>Whether a value of null means that there is none; or else the value is not known here.</summary>
    public bool CanBeAbsent => Setter.Value is not ComputedValue;

    /// <summary>The value, or the elements; null where it is represented by an absent attribute, and where the service computes it.</summary>
    /// <param name="parameters">The values of the execution.</param>
    /// <param name="computed">What the client computed.</param>
    /// <param name="isAbsent">Whether there is none.</param>
    /// <exception cref="DbUpdateException">It is null, and the property is required.</exception>
    public object? Resolve(IReadOnlyDictionary<string, object?> parameters, object? computed, out bool isAbsent)
    {
        var value = Setter.Value switch
        {
            null => Find(computed),
            PlainValue plain => Find(Resolve(plain.Operand, parameters)),
            ListAppendValue append => FindElements(append.Elements, append.IsCollection, parameters),
            SetChangeValue change => FindElements(change.Elements, change.IsCollection, parameters) is { Count: > 0 } elements ? elements : null,
            _ => null,
        };
        isAbsent = CanBeAbsent && value is null;
        return value;
    }

    /// <summary>Writes the placeholders and values.</summary>
    public void Write(ItemBuilder builder, IReadOnlyDictionary<string, object?> parameters, object? value)
    {
        try
        {
            WriteCore(builder, parameters, value);
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException or FormatException or Errors.DynamoValidationException)
        {
            throw new DbUpdateException(
                UpdateStrings.ValueNotStorable(Setter.Member?.DeclaringType.DisplayName() ?? "", Setter.Path.ToString(), reason: null), exception);
        }
    }

    private void WriteCore(ItemBuilder builder, IReadOnlyDictionary<string, object?> parameters, object? value)
    {
        switch (Setter.Value)
        {
            case ComputedValue computed:
                WriteOperand(builder, computed.Left, parameters, _first, _firstWhereMissing);
                if (computed.Right is { } right)
                {
                    WriteOperand(builder, right, parameters, _second, _secondWhereMissing);
                }

                break;
            case ListAppendValue:
                builder.WriteName(_firstWhereMissing);
                builder.BeginList();
                builder.EndList();
                builder.WriteName(_first);
                builder.BeginList();
                WriteElements(builder, (List<object?>)value!); // Resolve finds them
                builder.EndList();
                break;
            case SetChangeValue when value is List<object?> elements:
                builder.WriteName(_first);
                builder.BeginSet(Setter.Codec.AttributeType);
                WriteElements(builder, elements);
                builder.EndSet();
                break;
            default:
                if (value is not null)
                {
                    builder.WriteName(_first);
                    Setter.Codec.WriteBoxed(builder, value);
                }

                break;
        }
    }

    private void WriteOperand(
        ItemBuilder builder, UpdateOperand operand, IReadOnlyDictionary<string, object?> parameters, AttributeName name, AttributeName whereMissing)
    {
        var value = Resolve(operand.WhereMissing ?? operand.Operand, parameters)
            ?? throw new InvalidOperationException(QueryStrings.OperandNull(Setter.Path.ToString()));
        builder.WriteName(operand.WhereMissing is null ? name : whereMissing);
        Setter.Codec.WriteBoxed(builder, Convert(value, Setter.Codec));
    }

    private void WriteElements(ItemBuilder builder, List<object?> elements)
    {
        var codec = Setter.Codec.ElementCodec!; // of a list or a set
        foreach (var element in elements)
        {
            if (codec.IsAbsentBoxed(element))
            {
                builder.WriteNull();
            }
            else
            {
                codec.WriteBoxed(builder, Convert(element!, codec)); // IsAbsentBoxed is true for null
            }
        }
    }

    private object? Find(object? value)
    {
        if (value is null)
        {
            return Setter.IsRequired
                ? throw new DbUpdateException(UpdateStrings.RequiredPropertyNull(Setter.Member!.DeclaringType.DisplayName(), Setter.Member.Name)) // IsRequired
                : null;
        }

        var converted = Convert(value, Setter.Codec);
        return Setter.Codec.IsAbsentBoxed(converted) ? null : converted;
    }

    private static List<object?> FindElements(DynamoOperand elements, bool isCollection, IReadOnlyDictionary<string, object?> parameters)
    {
        var value = Resolve(elements, parameters);
        return isCollection ? [.. ((IEnumerable?)value ?? Array.Empty<object>()).Cast<object?>()] : [value];
    }

    /// <summary>The value of a constant or parameter.</summary>
    public static object? Resolve(DynamoOperand? operand, IReadOnlyDictionary<string, object?> parameters)
        => operand switch
        {
            null => null,
            ConstantOperand constant => constant.Value,
            ParameterOperand parameter when parameters.TryGetValue(parameter.Name, out var value) => value,
            ParameterOperand parameter => throw new InvalidOperationException(PlanningStrings.ParameterMissing(parameter.Name)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    // A value of a wider type that does not fit is left to the codec, which refuses it.
    private static object Convert(object value, AttributeValueCodec codec)
        => ParameterValues.TryConvert(value, codec.ClrType, out var converted) ? converted : value;
}
