using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Text;

namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>Comparisons as C# makes them, null flowing through; strings in the order of their UTF-8 bytes, byte arrays by content.</summary>
internal static class Comparison
{
    public static readonly ExpressionType[] Equalities = [ExpressionType.Equal, ExpressionType.NotEqual];

    public static readonly ExpressionType[] All =
    [
        .. Equalities, ExpressionType.LessThan, ExpressionType.LessThanOrEqual, ExpressionType.GreaterThan, ExpressionType.GreaterThanOrEqual,
    ];

    private static readonly ConcurrentDictionary<(ExpressionType, Type), Func<object, object, bool>> Operators = new();

    public static bool HasOrder(Type type)
        => type != typeof(bool) && type != typeof(string) && type != typeof(byte[]) && type != typeof(Guid) && type != typeof(Code);

    public static bool Evaluate(ExpressionType comparison, object? left, object? right)
    {
        if (left is null || right is null)
        {
            return comparison switch
            {
                ExpressionType.Equal => left is null && right is null,
                ExpressionType.NotEqual => left is not null || right is not null,
                _ => false,
            };
        }

        return (left, right) switch
        {
            (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b) == (comparison == ExpressionType.Equal),
            (string a, string b) => Evaluate(comparison, Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)), 0),
            _ => Operators.GetOrAdd((comparison, left.GetType()), key => Compile(key.Item1, key.Item2))(left, right),
        };
    }

    /// <summary>The comparison as the C# compiler writes it: enums and characters as numbers.</summary>
    public static Expression Build(ExpressionType comparison, Expression left, Expression right)
    {
        var type = Nullable.GetUnderlyingType(left.Type) ?? left.Type;
        if (type.IsEnum || type == typeof(char))
        {
            var number = type != left.Type ? typeof(int?) : typeof(int);
            (left, right) = (Expression.Convert(left, number), ConvertValue(right, number));
        }

        return Expression.MakeBinary(comparison, left, right);
    }

    private static Expression ConvertValue(Expression value, Type type)
        => value is ConstantExpression { Value: { } constant }
            ? Expression.Constant(
                constant is char character ? (int)character : Convert.ToInt32(constant, System.Globalization.CultureInfo.InvariantCulture), type)
            : Expression.Convert(value, type);

    private static Func<object, object, bool> Compile(ExpressionType comparison, Type type)
    {
        var left = Expression.Parameter(typeof(object));
        var right = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, object, bool>>(
            Build(comparison, Expression.Convert(left, type), Expression.Convert(right, type)), left, right).Compile();
    }
}
