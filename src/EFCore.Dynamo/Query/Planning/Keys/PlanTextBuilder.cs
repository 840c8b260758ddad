using System.Collections;
using System.Globalization;
using System.Text;
using EFCore.Dynamo.Keys;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Planning.Constraints;

namespace EFCore.Dynamo.Query.Planning.Keys;

/// <summary>Writes the text of a plan: values where they are known, names of parameters where they are not.</summary>
/// <param name="parameters">The values of one execution; null for the plan itself.</param>
internal sealed class PlanTextBuilder(IReadOnlyDictionary<string, object?>? parameters)
{
    private static readonly Dictionary<string, object?> NoParameters = [];

    private readonly StringBuilder _text = new();

    private bool _isInText;

    /// <summary>Whether parameters have values.</summary>
    public bool HasValues => parameters is not null;

    /// <summary>The values, for what writes keys.</summary>
    public KeyBinding Binding => new(parameters ?? NoParameters, listValues: null);

    public PlanTextBuilder Append(string text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>Opens a quoted text, within which names of parameters stand in braces.</summary>
    public void BeginText()
    {
        _text.Append('"');
        _isInText = true;
    }

    public void EndText()
    {
        _text.Append('"');
        _isInText = false;
    }

    /// <summary>Whether a value is known: a constant, or a parameter of an execution.</summary>
    public bool HasValueOf(ValueSlot slot)
        => slot.IsConstant || (parameters is not null && slot.Operand is not null);

    /// <summary>Appends the text of a key as it is sent; what cannot be seen of it as C# would spell it.</summary>
    public void AppendKeyText(ReadOnlySpan<char> text)
        => _text.Append(text.ToString().Replace(KeyTextWriter.MaxText, "\\U0010FFFF", StringComparison.Ordinal).Replace("\0", "\\0", StringComparison.Ordinal));

    /// <summary>Appends the literals of a template, and its holes as far as they are bound.</summary>
    public void AppendTemplate(KeyTemplate template, ReadOnlySpan<ValueSlot> slots)
    {
        var writer = new KeyTextWriter(stackalloc char[64]);
        _ = template.TryWriteTo(ref writer, new PrintedSlots(this, slots), slots.Length);
        Take(ref writer);
        writer.Dispose();
    }

    /// <summary>Appends the text of a hole, or the name of its parameter with the hole's format.</summary>
    public void AppendHole(KeyTemplateHole hole, ValueSlot slot)
    {
        if (slot.List is not null)
        {
            AppendSlot(slot);
            return;
        }

        if (TryResolve(slot, out var value))
        {
            var writer = new KeyTextWriter(stackalloc char[64]);
            _text.Append(writer.TryAppendHole(hole, value) ? writer.Text.ToString() : value?.ToString() ?? "null");
            writer.Dispose();
            return;
        }

        _text.Append('{').Append(slot.Operand);
        _text.Append(string.IsNullOrEmpty(hole.Format) ? "" : ":").Append(hole.Format).Append('}');
    }

    /// <summary>Appends a value or the name of its parameter.</summary>
    /// <param name="slot">The value.</param>
    /// <param name="convert">What is shown in the place of a known value.</param>
    public void AppendSlot(ValueSlot slot, Func<object, object?>? convert = null)
    {
        if (slot.List is { } list)
        {
            _text.Append(_isInText ? "{each of " : "each of ");
            AppendList(list);
            _text.Append(_isInText ? "}" : "");
        }
        else if (!TryResolve(slot, out var value))
        {
            _text.Append(_isInText ? $"{{{slot.Operand}}}" : slot.Operand!.ToString()); // a slot without a list has an operand
        }
        else
        {
            AppendValue(value is not null && convert is not null ? convert(value) : value);
        }
    }

    /// <summary>Appends a constant, or a parameter's value or name.</summary>
    public void AppendOperand(DynamoOperand operand)
    {
        switch (operand)
        {
            case ConstantOperand constant:
                AppendValue(constant.Value);
                break;
            case ParameterOperand parameter when parameters?.TryGetValue(parameter.Name, out var value) == true:
                AppendValue(value);
                break;
            default:
                _text.Append(operand);
                break;
        }
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    /// <summary>Appends the values of a list, or the name of its parameter.</summary>
    public void AppendList(ListConstraint list)
    {
        if (list.Collection is not null)
        {
            AppendOperand(list.Collection);
            return;
        }

        var separator = "(";
        foreach (var value in list.Values)
        {
            _text.Append(separator);
            AppendOperand(value);
            separator = ", ";
        }

        _text.Append(')');
    }

    private bool TryResolve(ValueSlot slot, out object? value)
    {
        value = null;
        if (HasValueOf(slot))
        {
            value = slot.Resolve(Binding);
            return true;
        }

        return false;
    }

    private void AppendValue(object? value)
    {
        switch (value)
        {
            case null:
                _text.Append("null");
                break;
            case string text:
                _text.Append(_isInText ? text : $"\"{text}\"");
                break;
            case byte[] bytes:
                _text.Append("0x").Append(Convert.ToHexString(bytes));
                break;
            case DateTime or DateTimeOffset or DateOnly or TimeOnly:
                AppendValue(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture));
                break;
            case bool flag:
                _text.Append(flag ? "true" : "false");
                break;
            case Enum or Guid or char:
                AppendValue(value.ToString());
                break;
            case IEnumerable values:
                AppendList(values);
                break;
            default:
                _text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
        }
    }

    private void AppendList(IEnumerable values)
    {
        _text.Append('(');
        var separator = "";
        foreach (var value in values)
        {
            _text.Append(separator);
            AppendValue(value);
            separator = ", ";
        }

        _text.Append(')');
    }

    private void Take(ref KeyTextWriter writer)
    {
        _text.Append(writer.Text);
        writer.Clear();
    }

    /// <summary>Prints holes behind the literals before them.</summary>
    private readonly ref struct PrintedSlots(PlanTextBuilder plan, ReadOnlySpan<ValueSlot> slots) : IKeyHoleSource
    {
        private readonly ReadOnlySpan<ValueSlot> _slots = slots;

        public bool TryAppend(ref KeyTextWriter writer, KeyTemplateHole hole)
        {
            plan.Take(ref writer);
            plan.AppendHole(hole, _slots[hole.Index]);
            return true;
        }
    }
}
