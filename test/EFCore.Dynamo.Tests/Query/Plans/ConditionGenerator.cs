using System.Linq.Expressions;

namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>Draws conditions: comparisons and calls on members, joined by and, or and not.</summary>
internal sealed class ConditionGenerator(Random random)
{
    private static readonly Operand[] Values =
    [
        .. typeof(Sample).GetProperties().Where(p => IsValue(p.PropertyType) && p.Name != nameof(Sample.Part)).Select(p => Operand.Of(p.Name)),
        Operand.Of("Detail.Rank"), Operand.Of("Detail.Remark"), Operand.Of("Detail.Since"),
    ];

    private static readonly (string Left, string Right)[] Pairs =
    [
        (nameof(Sample.Int), nameof(Sample.Id)), (nameof(Sample.MaybeInt), "Detail.Rank"), (nameof(Sample.Time), "Detail.Since"),
        (nameof(Sample.MaybeTime), "Detail.Since"),
        (nameof(Sample.MaybeTime), nameof(Sample.KeyTime)), (nameof(Sample.MaybeMoment), nameof(Sample.KeyMoment)), (nameof(Sample.MaybeText), "Detail.Remark"),
    ];

    private readonly CallGenerator _calls = new(random);

    public Condition Next()
        => Next(depth: 2);

    private Condition Next(int depth)
        => random.Next(depth == 0 ? 10 : 14) switch
        {
            0 or 1 or 2 or 3 or 4 => Compare(Values[random.Next(Values.Length)]),
            5 => CompareMembers(),
            6 => TestNull(),
            7 or 8 or 9 => _calls.Next(),
            10 or 11 => Not(Next(depth - 1)),
            12 => Join(ExpressionType.AndAlso, Next(depth - 1), Next(depth - 1)),
            _ => Join(ExpressionType.OrElse, Next(depth - 1), Next(depth - 1)),
        };

    private static bool IsValue(Type type)
        => type == typeof(string) || type == typeof(byte[]) || (type.IsValueType && type != typeof(Detail));

    private static Condition Not(Condition condition)
        => new($"!({condition.Text})", (sample, form) => Expression.Not(condition.Build(sample, form)), row => !condition.IsTrue(row));

    private static Condition Join(ExpressionType type, Condition left, Condition right)
        => new(
            $"({left.Text}) {(type == ExpressionType.AndAlso ? "&&" : "||")} ({right.Text})",
            (sample, form) => Expression.MakeBinary(type, left.Build(sample, form), right.Build(sample, form)),
            type == ExpressionType.AndAlso ? row => left.IsTrue(row) && right.IsTrue(row) : row => left.IsTrue(row) || right.IsTrue(row));

    private Condition Compare(Operand operand)
    {
        var comparison = Pick(Comparison.HasOrder(operand.ValueType) ? Comparison.All : Comparison.Equalities);
        var usesValue = operand.IsNullableValue && random.Next(4) == 0;
        var type = usesValue ? operand.ValueType : operand.Type;
        var value = !usesValue && (operand.IsNullableValue || !operand.Type.IsValueType) && random.Next(6) == 0 ? null : ValuePool.Pick(operand.Type, random);
        var isSwapped = random.Next(4) == 0;
        var path = usesValue ? operand.Path + ".Value" : operand.Path;
        return new(
            isSwapped ? $"{Print(value)} {comparison} {path}" : $"{path} {comparison} {Print(value)}",
            (sample, form) =>
            {
                var member = usesValue ? Expression.Property(operand.Build(sample), "Value") : operand.Build(sample);
                return isSwapped
                    ? Comparison.Build(comparison, form.Write(value, type), member)
                    : Comparison.Build(comparison, member, form.Write(value, type));
            },
            row =>
            {
                var compared = Comparison.Equalities.Contains(comparison) ? operand.Store(value) : value;
                return isSwapped ? Comparison.Evaluate(comparison, compared, operand.Read(row)) : Comparison.Evaluate(comparison, operand.Read(row), compared);
            });
    }

    private Condition CompareMembers()
    {
        var (left, right) = Pairs[random.Next(Pairs.Length)];
        var (leftOperand, rightOperand) = (Operand.Of(left), Operand.Of(right));
        var comparison = Pick(Comparison.HasOrder(leftOperand.ValueType) ? Comparison.All : Comparison.Equalities);
        var type = leftOperand.IsNullableValue ? leftOperand.Type : rightOperand.Type;
        return new(
            $"{left} {comparison} {right}",
            (sample, _) => Expression.MakeBinary(comparison, ConvertTo(leftOperand.Build(sample), type), ConvertTo(rightOperand.Build(sample), type)),
            row => Comparison.Evaluate(comparison, leftOperand.Read(row), rightOperand.Read(row)));
    }

    private Condition TestNull()
    {
        var nullable = Values.Where(o => o.IsNullableValue || !o.Type.IsValueType).ToList();
        var operand = nullable[random.Next(nullable.Count)];
        return operand.IsNullableValue && random.Next(2) == 0
            ? new($"{operand.Path}.HasValue", (sample, _) => Expression.Property(operand.Build(sample), "HasValue"), row => operand.Read(row) is not null)
            : new(
                $"{operand.Path} == null",
                (sample, _) => Expression.Equal(operand.Build(sample), Expression.Constant(null, operand.Type)),
                row => operand.Read(row) is null);
    }

    private ExpressionType Pick(ExpressionType[] types) => types[random.Next(types.Length)];

    private static Expression ConvertTo(Expression expression, Type type)
        => expression.Type == type ? expression : Expression.Convert(expression, type);

    internal static string Print(object? value)
        => value switch
        {
            null => "null",
            DateTime time => $"{time:O} ({time.Kind})",
            DateTimeOffset time => $"{time:O}",
            string text => $"\"{text}\"",
            byte[] bytes => $"0x{Convert.ToHexString(bytes)}",
            System.Collections.IEnumerable values => $"[{string.Join(", ", values.Cast<object?>().Select(Print))}]",
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}"),
        };
}
