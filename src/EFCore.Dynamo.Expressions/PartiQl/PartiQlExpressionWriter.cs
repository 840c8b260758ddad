using System.Text;
using EFCore.Dynamo.Expressions.PartiQl.Syntax;
using EFCore.Dynamo.Expressions.Syntax;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Expressions.PartiQl;

/// <summary>The expressions of a statement, with parentheses around every operand that is not a single term.</summary>
internal static class PartiQlExpressionWriter
{
    public static void Append(StringBuilder text, PartiQlExpression expression)
    {
        switch (expression)
        {
            case PartiQlLiteral literal:
                AppendLiteral(text, literal.Value);
                break;
            case PartiQlUnstorableNumber number:
                _ = text.Append(number.Text);
                break;
            case PartiQlParameter:
                _ = text.Append('?');
                break;
            case PartiQlMissing:
                _ = text.Append("MISSING");
                break;
            case PartiQlPath path:
                Append(text, path.Path);
                break;
            case PartiQlList list:
                AppendBracketed(text, "[", list.Elements, "]");
                break;
            case PartiQlBag bag:
                AppendBracketed(text, "<<", bag.Elements, ">>");
                break;
            case PartiQlTuple tuple:
                AppendTuple(text, tuple);
                break;
            case PartiQlCall call:
                // Quoted, a name that is no keyword is still a function's.
                AppendFunctionName(text, call.Function);
                AppendBracketed(text, "(", call.Arguments, ")");
                break;
            default:
                AppendOperator(text, expression);
                break;
        }
    }

    public static void Append(StringBuilder text, AttributePath path)
    {
        AppendName(text, path.Root);
        foreach (var element in path.Elements.AsSpan())
        {
            if (element.Name is { } name)
            {
                AppendName(text.Append('.'), name);
            }
            else
            {
                _ = text.Append('[').Append(element.Index).Append(']');
            }
        }
    }

    public static void AppendName(StringBuilder text, string name) => AppendQuoted(text, name, '"');

    public static void AppendList<T>(StringBuilder text, IReadOnlyList<T> elements, Action<StringBuilder, T> append)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            if (i > 0)
            {
                _ = text.Append(", ");
            }

            append(text, elements[i]);
        }
    }

    private static void AppendOperator(StringBuilder text, PartiQlExpression expression)
    {
        switch (expression)
        {
            case PartiQlBinary binary:
                AppendOperand(text, binary.Left);
                _ = text.Append(' ').Append(GetText(binary.Operator)).Append(' ');
                AppendOperand(text, binary.Right);
                break;
            case PartiQlLogical logical:
                for (var i = 0; i < logical.Operands.Count; i++)
                {
                    if (i > 0)
                    {
                        _ = text.Append(logical.IsOr ? " OR " : " AND ");
                    }

                    AppendOperand(text, logical.Operands[i]);
                }

                break;
            case PartiQlNot not:
                _ = text.Append("NOT ");
                AppendOperand(text, not.Operand);
                break;
            case PartiQlIn @in:
                AppendOperand(text, @in.Operand);
                _ = text.Append(" IN ");
                AppendOperand(text, @in.Candidates);
                break;
            case PartiQlBetween between:
                AppendOperand(text, between.Operand);
                _ = text.Append(" BETWEEN ");
                AppendOperand(text, between.Lower);
                _ = text.Append(" AND ");
                AppendOperand(text, between.Upper);
                break;
            case PartiQlTypeTest test:
                AppendOperand(text, test.Operand);
                _ = text.Append(" IS ").Append(test.Type.ToUpperInvariant());
                break;
        }
    }

    private static void AppendOperand(StringBuilder text, PartiQlExpression operand)
    {
        var isTerm = operand is not (PartiQlBinary or PartiQlLogical or PartiQlNot or PartiQlIn or PartiQlBetween or PartiQlTypeTest);
        if (!isTerm)
        {
            _ = text.Append('(');
        }

        Append(text, operand);
        if (!isTerm)
        {
            _ = text.Append(')');
        }
    }

    private static void AppendLiteral(StringBuilder text, AttributeValue value)
        => _ = value.Type switch
        {
            AttributeType.String => AppendQuoted(text, value.GetString(), '\''),
            AttributeType.Number => text.Append(value.GetNumber()),
            AttributeType.Boolean => text.Append(value.GetBoolean() ? "TRUE" : "FALSE"),
            _ => text.Append("NULL"),
        };

    private static void AppendTuple(StringBuilder text, PartiQlTuple tuple)
    {
        _ = text.Append('{');
        AppendList(text, tuple.Members, static (builder, member) =>
        {
            Append(builder, member.Name);
            _ = builder.Append(": ");
            Append(builder, member.Value);
        });
        _ = text.Append('}');
    }

    private static void AppendFunctionName(StringBuilder text, string name)
    {
        if (Parsing.PartiQlKeywords.Find(name) is null)
        {
            AppendName(text, name);
        }
        else
        {
            _ = text.Append(name);
        }
    }

    private static void AppendBracketed(StringBuilder text, string open, SyntaxList<PartiQlExpression> elements, string close)
    {
        _ = text.Append(open);
        AppendList(text, elements, Append);
        _ = text.Append(close);
    }

    private static StringBuilder AppendQuoted(StringBuilder text, string content, char quote)
        => text.Append(quote).Append(content.Replace($"{quote}", $"{quote}{quote}", StringComparison.Ordinal)).Append(quote);

    private static string GetText(PartiQlOperator @operator)
        => @operator switch
        {
            PartiQlOperator.Equal => "=",
            PartiQlOperator.NotEqual => "<>",
            PartiQlOperator.LessThan => "<",
            PartiQlOperator.LessThanOrEqual => "<=",
            PartiQlOperator.GreaterThan => ">",
            PartiQlOperator.GreaterThanOrEqual => ">=",
            PartiQlOperator.Add => "+",
            _ => "-",
        };
}
