using System.Collections;
using System.Linq.Expressions;

namespace EFCore.Dynamo.Tests.Query.Plans;

/// <summary>Draws calls of methods on members: of strings, of collections in the sample and of lists in the condition.</summary>
internal sealed class CallGenerator(Random random)
{
    private static readonly string[] Texts = [nameof(Sample.Text), nameof(Sample.MaybeText), "Detail.Remark"];

    private static readonly string[] Listed =
    [
        nameof(Sample.Int), nameof(Sample.MaybeInt), nameof(Sample.Text), nameof(Sample.MaybeText), nameof(Sample.Guid), nameof(Sample.MaybeGuid),
        nameof(Sample.Time),
        nameof(Sample.MaybeTime), nameof(Sample.KeyTime), nameof(Sample.Expiry), nameof(Sample.Moment), nameof(Sample.MaybeMoment), nameof(Sample.KeyMoment),
        nameof(Sample.Level),
        nameof(Sample.Code), nameof(Sample.Utc), nameof(Sample.Lower), nameof(Sample.MaybeDecimal), nameof(Sample.Double), nameof(Sample.Id),
        nameof(Sample.Group), "Detail.Since",
    ];

    private static readonly string[] Collections =
    [
        nameof(Sample.Tags), nameof(Sample.MaybeTags), nameof(Sample.Numbers), nameof(Sample.Times), nameof(Sample.Labels), nameof(Sample.MaybeSet),
    ];

    public Condition Next()
        => random.Next(10) switch
        {
            0 or 1 => SearchText(),
            2 => CompareTexts(),
            3 or 4 or 5 => IsListed(),
            6 => ContainsElement(),
            7 => Count(),
            8 => HasAny(),
            _ => random.Next(2) == 0 ? HasKey() : CallEquals(),
        };

    private Condition SearchText()
    {
        var operand = Operand.Of(Pick(Texts));
        var text = (string)ValuePool.Pick(typeof(string), random);
        var name = Pick([nameof(string.StartsWith), nameof(string.EndsWith), nameof(string.Contains), nameof(string.IsNullOrEmpty)]);
        if (name == nameof(string.IsNullOrEmpty))
        {
            return new(
                $"IsNullOrEmpty({operand.Path})",
                (sample, _) => Expression.Call(typeof(string), name, null, operand.Build(sample)),
                row => string.IsNullOrEmpty((string?)operand.Read(row)));
        }

        return new(
            $"{operand.Path}.{name}({ConditionGenerator.Print(text)})",
            (sample, form) => Expression.Call(operand.Build(sample), name, null, form.Write(text, typeof(string))),
            row => (name, (string?)operand.Read(row)) switch
            {
                (_, null) => false,
                (nameof(string.StartsWith), var value) => value.StartsWith(text, StringComparison.Ordinal),
                (nameof(string.EndsWith), var value) => value.EndsWith(text, StringComparison.Ordinal),
                var (_, value) => value.Contains(text, StringComparison.Ordinal),
            });
    }

    private Condition CompareTexts()
    {
        var operand = Operand.Of(
            random.Next(3) == 0
                ? Pick([nameof(Sample.Guid), nameof(Sample.Time), nameof(Sample.Moment), nameof(Sample.Int), nameof(Sample.Decimal)])
                : Pick(Texts));
        var value = ValuePool.Pick(operand.Type, random);
        var comparison = Comparison.All[random.Next(Comparison.All.Length)];
        return new(
            $"{operand.Path}.CompareTo({ConditionGenerator.Print(value)}) {comparison} 0",
            (sample, form) => Expression.MakeBinary(
                comparison,
                Expression.Call(operand.Build(sample), operand.Type.GetMethod(nameof(IComparable.CompareTo), [operand.Type])!, form.Write(value, operand.Type)),
                Expression.Constant(0)),
            row => operand.Read(row) switch
            {
                null => comparison == ExpressionType.NotEqual,
                Guid guid => Comparison.Evaluate(comparison, guid.CompareTo((Guid)value), 0),
                var read => Comparison.Evaluate(comparison, read, value),
            });
    }

    private Condition IsListed()
    {
        var operand = Operand.Of(Pick(Listed));
        var usesValue = operand.IsNullableValue && random.Next(2) == 0;
        var type = usesValue ? operand.ValueType : operand.Type;
        var values = Array.CreateInstance(type, random.Next(4));
        for (var i = 0; i < values.Length; i++)
        {
            values.SetValue(
                random.Next(5) == 0 && (!type.IsValueType || Nullable.GetUnderlyingType(type) is not null) ? null : ValuePool.Pick(type, random), i);
        }

        return new(
            $"{ConditionGenerator.Print(values)}.Contains({operand.Path}{(usesValue ? ".Value" : "")})",
            (sample, form) => Expression.Call(
                typeof(Enumerable),
                nameof(Enumerable.Contains),
                [type],
                form.WriteArray(values),
                usesValue ? Expression.Property(operand.Build(sample), "Value") : operand.Build(sample)),
            row => operand.Read(row) is var read && values.Cast<object?>().Any(v => Comparison.Evaluate(ExpressionType.Equal, operand.Store(v), read)));
    }

    private Condition ContainsElement()
    {
        var operand = Operand.Of(Pick(Collections));
        var type = operand.Type.IsArray ? operand.Type.GetElementType()! : operand.Type.GenericTypeArguments[0];
        var value = ValuePool.Pick(type, random);
        var isAny = random.Next(3) == 0;
        return new(
            $"{operand.Path}.{(isAny ? "Any(e => e == " : "Contains(")}{ConditionGenerator.Print(value)})",
            (sample, form) =>
            {
                var element = Expression.Parameter(type, "e");
                return isAny
                    ? Expression.Call(
                        typeof(Enumerable),
                        nameof(Enumerable.Any),
                        [type],
                        operand.Build(sample),
                        Expression.Lambda(Expression.Equal(element, form.Write(value, type)), element))
                    : Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [type], operand.Build(sample), form.Write(value, type));
            },
            row => ((IEnumerable?)operand.Read(row))?.Cast<object>().Contains(value) == true);
    }

    private Condition Count()
    {
        var operand = Operand.Of(Pick([.. Collections, nameof(Sample.Map), nameof(Sample.Bytes), .. Texts]));
        var name = operand.Type.GetProperty("Count") is null ? "Length" : "Count";
        var count = random.Next(3);
        var comparison = Comparison.All[random.Next(Comparison.All.Length)];
        return new(
            $"{operand.Path}.{name} {comparison} {count}",
            (sample, form) => Expression.MakeBinary(
                comparison,
                operand.Type.IsArray ? Expression.ArrayLength(operand.Build(sample)) : Expression.Property(operand.Build(sample), name),
                form.Write(count, typeof(int))),
            row => operand.Read(row) switch
            {
                null
                    => (operand.Type == typeof(string) || operand.Type == typeof(byte[]))
                        && comparison == ExpressionType.NotEqual, // null has no count, and a length that is null
                string text => Comparison.Evaluate(comparison, text.Length, count),
                var read => Comparison.Evaluate(comparison, ((IEnumerable)read).Cast<object>().Count(), count),
            });
    }

    private Condition HasAny()
    {
        var operand = Operand.Of(Pick(Collections));
        var type = operand.Type.IsArray ? operand.Type.GetElementType()! : operand.Type.GenericTypeArguments[0];
        return new(
            $"{operand.Path}.Any()",
            (sample, _) => Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [type], operand.Build(sample)),
            row => ((IEnumerable?)operand.Read(row))?.Cast<object>().Any() == true);
    }

    private Condition HasKey()
    {
        var operand = Operand.Of(nameof(Sample.Map));
        var key = Pick(["a", "x", "none"]);
        return new(
            $"Map.ContainsKey(\"{key}\")",
            (sample, form) => Expression.Call(operand.Build(sample), nameof(Dictionary<,>.ContainsKey), null, form.Write(key, typeof(string))),
            row => row.Sample.Map?.ContainsKey(key) == true);
    }

    private Condition CallEquals()
    {
        var operand = Operand.Of(Pick([
            nameof(Sample.Int),
            nameof(Sample.Text),
            nameof(Sample.MaybeText),
            nameof(Sample.Time),
            nameof(Sample.Moment),
            nameof(Sample.Guid),
            nameof(Sample.Decimal),
            nameof(Sample.Flag),
            nameof(Sample.Utc),
            nameof(Sample.Lower),
        ]));
        var value = ValuePool.Pick(operand.Type, random);
        return new(
            $"{operand.Path}.Equals({ConditionGenerator.Print(value)})",
            (sample, form) => Expression.Call(operand.Build(sample), operand.Type.GetMethod(nameof(Equals), [operand.Type])!, form.Write(value, operand.Type)),
            row => operand.Read(row) is { } read && Comparison.Evaluate(ExpressionType.Equal, read, operand.Store(value)));
    }

    private string Pick(string[] names) => names[random.Next(names.Length)];
}
