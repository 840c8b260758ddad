using System.Diagnostics;
using System.Text;
using EFCore.Dynamo.Expressions.PartiQl.Parsing;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>The text of a statement's expressions while it grows, with parentheses around every operand that is not a single term.</summary>
internal sealed class PartiQlText : PartiQlExpression.IVisitor<StringBuilder>
{
    private readonly StringBuilder _text = new();

    // Whether the expression that comes next is an operand: an operator puts parentheses around itself there.
    private bool _isOperand;

    public PartiQlText Append(string text)
    {
        _ = _text.Append(text);
        return this;
    }

    public void Append(PartiQlExpression expression)
    {
        _isOperand = false;
        _ = expression.Accept(this);
    }

    public void Append(AttributePath path)
    {
        AppendName(path.Root);
        foreach (var element in path.Elements.AsSpan())
        {
            if (element.Name is { } name)
            {
                _ = _text.Append('.');
                AppendName(name);
            }
            else
            {
                _ = _text.Append('[').Append(element.Index).Append(']');
            }
        }
    }

    public void AppendName(string name) => AppendQuoted(name, '"');

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

    public StringBuilder Visit(PartiQlExpression.Literal literal)
        => literal.Value.Type switch
        {
            AttributeType.String => AppendQuoted(literal.Value.GetString(), '\''),
            AttributeType.Number => _text.Append(literal.Value.GetNumber()),
            AttributeType.Boolean => _text.Append(literal.Value.GetBoolean() ? "TRUE" : "FALSE"),
            AttributeType.Null => _text.Append("NULL"),
            _ => throw new UnreachableException($"No literal is a {literal.Value.Type}."),
        };

    public StringBuilder Visit(PartiQlExpression.UnstorableNumber number) => _text.Append(number.Text);

    public StringBuilder Visit(PartiQlExpression.Parameter parameter) => _text.Append('?');

    public StringBuilder Visit(PartiQlExpression.Missing missing) => _text.Append("MISSING");

    public StringBuilder Visit(PartiQlExpression.Attribute attribute)
    {
        Append(attribute.Path);
        return _text;
    }

    public StringBuilder Visit(PartiQlExpression.List list) => AppendBracketed("[", list.Elements, "]");

    public StringBuilder Visit(PartiQlExpression.Bag bag) => AppendBracketed("<<", bag.Elements, ">>");

    public StringBuilder Visit(PartiQlExpression.Tuple tuple)
    {
        _ = _text.Append('{');
        AppendList(tuple.Members, member =>
        {
            Append(member.Name);
            _ = _text.Append(": ");
            Append(member.Value);
        });
        return _text.Append('}');
    }

    public StringBuilder Visit(PartiQlExpression.Call call)
    {
        // Quoted, a name that is no keyword is still a function's.
        if (PartiQlKeywords.Find(call.Function) is null)
        {
            AppendName(call.Function);
        }
        else
        {
            _ = _text.Append(call.Function);
        }

        return AppendBracketed("(", call.Arguments, ")");
    }

    public StringBuilder Visit(PartiQlExpression.Binary binary)
        => AppendOperator(() =>
        {
            AppendOperand(binary.Left);
            _ = _text.Append(' ').Append(PartiQlOperators.GetText(binary.Operator)).Append(' ');
            AppendOperand(binary.Right);
        });

    public StringBuilder Visit(PartiQlExpression.Logical logical)
        => AppendOperator(() =>
        {
            for (var i = 0; i < logical.Operands.Count; i++)
            {
                if (i > 0)
                {
                    _ = _text.Append(logical.IsOr ? " OR " : " AND ");
                }

                AppendOperand(logical.Operands[i]);
            }
        });

    public StringBuilder Visit(PartiQlExpression.Not not)
        => AppendOperator(() =>
        {
            _ = _text.Append("NOT ");
            AppendOperand(not.Operand);
        });

    public StringBuilder Visit(PartiQlExpression.In choice)
        => AppendOperator(() =>
        {
            AppendOperand(choice.Operand);
            _ = _text.Append(" IN ");
            AppendOperand(choice.Candidates);
        });

    public StringBuilder Visit(PartiQlExpression.Between between)
        => AppendOperator(() =>
        {
            AppendOperand(between.Operand);
            _ = _text.Append(" BETWEEN ");
            AppendOperand(between.Lower);
            _ = _text.Append(" AND ");
            AppendOperand(between.Upper);
        });

    public StringBuilder Visit(PartiQlExpression.TypeTest test)
        => AppendOperator(() =>
        {
            AppendOperand(test.Operand);
            _ = _text.Append(" IS ").Append(test.Type.ToUpperInvariant());
        });

    private StringBuilder AppendOperator(Action append)
    {
        var isOperand = _isOperand;
        _ = isOperand ? _text.Append('(') : _text;
        append();
        return isOperand ? _text.Append(')') : _text;
    }

    private void AppendOperand(PartiQlExpression operand)
    {
        _isOperand = true;
        _ = operand.Accept(this);
    }

    private StringBuilder AppendBracketed(string open, SyntaxList<PartiQlExpression> elements, string close)
    {
        _ = _text.Append(open);
        AppendList(elements, Append);
        return _text.Append(close);
    }

    private StringBuilder AppendQuoted(string content, char quote)
        => _text.Append(quote).Append(content.Replace($"{quote}", $"{quote}{quote}", StringComparison.Ordinal)).Append(quote);
}
