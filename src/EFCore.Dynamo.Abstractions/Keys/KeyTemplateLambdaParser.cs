using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace EFCore.Dynamo.Keys;

/// <summary>Reads a key template from a lambda such as <c>o => $"ORDER#{o.PlacedAt:O}#{o.Id}"</c>.</summary>
/// <remarks>
///     The compiler turns an interpolated string into <c>string.Format</c> (with one to three arguments or an array), or into <c>string.Concat</c>
///     where every hole is a string; concatenation with <c>+</c> arrives as an addition node.
/// </remarks>
internal sealed class KeyTemplateLambdaParser
{
    private readonly LambdaExpression _lambda;
    private readonly List<KeyTemplatePart> _parts = [];

    private KeyTemplateLambdaParser(LambdaExpression lambda) => _lambda = lambda;

    public static List<KeyTemplatePart> Parse(LambdaExpression lambda)
    {
        if (lambda.Parameters.Count != 1)
        {
            throw new KeyTemplateException($"The key template '{lambda}' must have one parameter, the entity: x => x.Id or x => $\"USER#{{x.Id}}\".");
        }

        var parser = new KeyTemplateLambdaParser(lambda);
        var body = StripConversions(lambda.Body);
        if (parser.TryGetMemberPath(body, out var path, out var type))
        {
            return [new(null, path, null, type)];
        }

        parser.Append(body);

        // An interpolated string of one hole asks for the property's text, not for the bare property.
        return parser._parts is [{ MemberPath: not null, Format: null } part] ? [part with { Format = "" }] : parser._parts;
    }

    private void Append(Expression expression)
    {
        expression = StripConversions(expression);
        if (TryGetMemberPath(expression, out var path, out var type))
        {
            _parts.Add(new(null, path, null, type));
            return;
        }

        if (TryGetConstant(expression, out var constant))
        {
            AppendConstant(constant, expression);
            return;
        }

        switch (expression)
        {
            case BinaryExpression { NodeType: ExpressionType.Add } addition when addition.Type == typeof(string):
                Append(addition.Left);
                Append(addition.Right);
                break;
            case MethodCallExpression call when call.Method.DeclaringType == typeof(string) && call.Method.Name is nameof(string.Format):
                AppendFormat(call);
                break;
            case MethodCallExpression call when call.Method.DeclaringType == typeof(string) && call.Method.Name is nameof(string.Concat):
                AppendAll(call.Arguments);
                break;
            case MethodCallExpression { Object: { } target, Method.Name: nameof(ToString) } call:
                AppendToString(call, target);
                break;
            case MethodCallExpression { Method.Name: nameof(FormattableString.Invariant) } call when call.Method.DeclaringType == typeof(FormattableString):
                AppendFormat((MethodCallExpression)StripConversions(call.Arguments[0]));
                break;
            default:
                throw Unsupported(expression);
        }
    }

    private void AppendAll(IReadOnlyList<Expression> arguments)
    {
        foreach (var argument in Flatten(arguments))
        {
            Append(argument);
        }
    }

    private void AppendFormat(MethodCallExpression call)
    {
        var arguments = call.Arguments.Where(a => !typeof(IFormatProvider).IsAssignableFrom(a.Type)).ToList();
        if (!TryGetConstant(arguments[0], out var constant) || constant is not string format)
        {
            throw Unsupported(arguments[0]);
        }

        var values = Flatten(arguments.Skip(1).ToList());
        foreach (var part in CompositeFormatReader.Read(format))
        {
            if (part.Literal is not null)
            {
                _parts.Add(part);
                continue;
            }

            if (!int.TryParse(part.MemberPath, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= values.Count)
            {
                throw new KeyTemplateException($"The key template '{_lambda}' has no argument for '{{{part.MemberPath}}}'.");
            }

            AppendWithFormat(values[index], part.Format);
        }
    }

    private void AppendToString(MethodCallExpression call, Expression target)
    {
        object? format = null;
        foreach (var argument in call.Arguments)
        {
            // A format provider is ignored: keys are always written with the invariant culture.
            if (argument.Type == typeof(string) && !TryGetConstant(argument, out format))
            {
                throw Unsupported(argument);
            }
        }

        AppendWithFormat(target, format as string);
    }

    private void AppendWithFormat(Expression expression, string? format)
    {
        var value = StripConversions(expression);
        if (format is null || TryGetConstant(value, out _))
        {
            Append(value);
        }
        else if (TryGetMemberPath(value, out var path, out var type))
        {
            _parts.Add(new(null, path, format, type));
        }
        else
        {
            throw Unsupported(value);
        }
    }

    private void AppendConstant(object? constant, Expression expression)
    {
        var text = constant switch
        {
            string value => value,
            char value => value.ToString(),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            _ => throw Unsupported(expression),
        };
        if (text.Length > 0)
        {
            _parts.Add(new(text));
        }
    }

    private KeyTemplateException Unsupported(Expression expression)
        => new($"The key template '{_lambda}' contains '{expression}', which cannot be reasoned backwards from; "
            + "a template may hold properties, constant texts, formats such as {x.Date:O}, + and ToString(\"format\"): keep the computed value in a "
            + "property of its own and use that.");

    private static List<Expression> Flatten(IReadOnlyList<Expression> arguments)
        => arguments is [NewArrayExpression array] ? [.. array.Expressions] : [.. arguments];

    private static Expression StripConversions(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.Quote } unary)
        {
            expression = unary.Operand;
        }

        return expression;
    }

    private bool TryGetMemberPath(Expression expression, out string path, out Type type)
    {
        (path, type) = ("", expression.Type);
        expression = StripConversions(expression);
        if (expression is MethodCallExpression { Method: { Name: "Property", DeclaringType.FullName: "Microsoft.EntityFrameworkCore.EF" } } call)
        {
            // EF.Property<T>(x, "Name"): how LINQ names a shadow property.
            return TryGetPrefix(call.Arguments[0], out var owner) && TryGetConstant(call.Arguments[1], out var name)
                && (path = owner + name).Length > 0;
        }

        if (expression is not MemberExpression { Expression: { } target } member)
        {
            return false;
        }

        if (member.Member.Name is nameof(Nullable<>.Value) && Nullable.GetUnderlyingType(target.Type) is not null)
        {
            return TryGetMemberPath(target, out path, out type);
        }

        type = member.Type;
        return TryGetPrefix(target, out var prefix) && (path = prefix + member.Member.Name).Length > 0;
    }

    private bool TryGetPrefix(Expression expression, out string prefix)
    {
        prefix = "";
        expression = StripConversions(expression);
        if (expression == _lambda.Parameters[0])
        {
            return true;
        }

        if (!TryGetMemberPath(expression, out var path, out _))
        {
            return false;
        }

        prefix = path + ".";
        return true;
    }

    // Literals, constants, and variables of the surrounding method: their value is fixed when the model is built.
    private static bool TryGetConstant(Expression expression, out object? value)
    {
        value = null;
        switch (StripConversions(expression))
        {
            case ConstantExpression constant:
                value = constant.Value;
                return true;
            case MemberExpression { Member: FieldInfo field } member when TryGetTarget(member, out var target):
                value = field.GetValue(target);
                return true;
            case MemberExpression { Member: PropertyInfo property } member when TryGetTarget(member, out var target):
                value = property.GetValue(target);
                return true;
            default:
                return false;
        }
    }

    private static bool TryGetTarget(MemberExpression member, out object? target)
    {
        target = null;
        return member.Expression is null || (TryGetConstant(member.Expression, out target) && target is not null);
    }
}
