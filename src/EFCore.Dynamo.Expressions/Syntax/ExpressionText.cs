using System.Text;

namespace EFCore.Dynamo.Expressions.Syntax;

/// <summary>The text of conditions, operands and paths while it grows.</summary>
internal sealed class ExpressionText : ConditionNode.IVisitor<StringBuilder>, Operand.IVisitor<StringBuilder>
{
    // How tight what stands around a condition binds: a condition that binds no tighter needs parentheses.
    private const int Loosest = 0;
    private const int OrBinding = 1;
    private const int AndBinding = 2;
    private const int NotBinding = 2;

    private readonly StringBuilder _text = new();

    private int _surrounding = Loosest;

    public bool IsEmpty => _text.Length == 0;

    public ExpressionText Append(string text)
    {
        _ = _text.Append(text);
        return this;
    }

    public void Append(ConditionNode condition) => condition.Accept(this);

    public void Append(Operand operand) => operand.Accept(this);

    public void Append(AttributePath path)
    {
        _ = _text.Append(path.Root);
        foreach (var element in path.Elements.AsSpan())
        {
            _ = element.Name is { } name ? _text.Append('.').Append(name) : _text.Append('[').Append(element.Index).Append(']');
        }
    }

    public void AppendList<T>(IReadOnlyList<T> elements, Action<T> append)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            if (i > 0)
            {
                _ = _text.Append(", ");
            }

            append(elements[i]);
        }
    }

    public override string ToString() => _text.ToString();

    public StringBuilder Visit(ConditionNode.And and) => AppendJoined(and.Conditions, " AND ", AndBinding);

    public StringBuilder Visit(ConditionNode.Or or) => AppendJoined(or.Conditions, " OR ", OrBinding);

    public StringBuilder Visit(ConditionNode.Not not)
    {
        _ = _text.Append("NOT ");
        return AppendInside(not.Condition, NotBinding);
    }

    public StringBuilder Visit(ConditionNode.Comparison comparison)
    {
        Append(comparison.Left);
        _ = _text.Append(' ').Append(ExpressionWriter.GetText(comparison.Operator)).Append(' ');
        return comparison.Right.Accept(this);
    }

    public StringBuilder Visit(ConditionNode.Between between)
    {
        Append(between.Operand);
        _ = _text.Append(" BETWEEN ");
        Append(between.Lower);
        _ = _text.Append(" AND ");
        return between.Upper.Accept(this);
    }

    public StringBuilder Visit(ConditionNode.In choice)
    {
        Append(choice.Operand);
        _ = _text.Append(" IN (");
        AppendList(choice.Candidates, Append);
        return _text.Append(')');
    }

    public StringBuilder Visit(ConditionNode.Call call) => AppendCall(call.Function, call.Arguments);

    public StringBuilder Visit(Operand.Attribute attribute)
    {
        Append(attribute.Path);
        return _text;
    }

    public StringBuilder Visit(Operand.Value value) => _text.Append(value.Placeholder);

    public StringBuilder Visit(Operand.Call call) => AppendCall(call.Function, call.Arguments);

    public StringBuilder Visit(Operand.Arithmetic arithmetic)
    {
        Append(arithmetic.Left);
        _ = _text.Append(arithmetic.IsSubtraction ? " - " : " + ");
        return arithmetic.Right.Accept(this);
    }

    private StringBuilder AppendJoined(SyntaxList<ConditionNode> conditions, string separator, int binding)
    {
        var needsParentheses = binding <= _surrounding;
        if (needsParentheses)
        {
            _ = _text.Append('(');
        }

        for (var i = 0; i < conditions.Count; i++)
        {
            if (i > 0)
            {
                _ = _text.Append(separator);
            }

            AppendInside(conditions[i], binding);
        }

        return needsParentheses ? _text.Append(')') : _text;
    }

    private StringBuilder AppendInside(ConditionNode condition, int binding)
    {
        var outer = _surrounding;
        _surrounding = binding;
        _ = condition.Accept(this);
        _surrounding = outer;
        return _text;
    }

    private StringBuilder AppendCall(ExpressionFunction function, SyntaxList<Operand> arguments)
    {
        _ = _text.Append(function.GetName()).Append('(');
        AppendList(arguments, Append);
        return _text.Append(')');
    }
}
