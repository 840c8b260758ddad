using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Query.Translation.Binding;
using EFCore.Dynamo.Query.Translation.Operands;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Values;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Dynamo.Query.Translation.Predicates;

/// <summary>Translates a boolean expression over a row to what the service can evaluate; what it cannot stays with the client.</summary>
internal sealed class PredicateTranslator
{
    private readonly IMethodTranslator[] _methodTranslators;

    /// <summary>Creates a translator.</summary>
    public PredicateTranslator(ITypeMappingSource typeMappingSource, DynamoQueryCompilationContext compilationContext)
    {
        Operands = new OperandTranslator(typeMappingSource, compilationContext);
        _methodTranslators =
        [
            new EqualsTranslator(this), new StringTranslator(Operands), new EnumerableTranslator(Operands), new DictionaryTranslator(Operands),
        ];
    }

    /// <summary>Translates the two sides of comparisons.</summary>
    public OperandTranslator Operands { get; }

    /// <summary>The predicate for the service.</summary>
    /// <param name="expression">A boolean expression that <see cref="RowBinder" /> bound.</param>
    /// <returns>Null where the service cannot evaluate the whole of it.</returns>
    public DynamoPredicate? TryTranslate(Expression expression)
        => expression switch
        {
            ConstantExpression { Value: bool value } => new BooleanPredicate(value),
            UnaryExpression { NodeType: ExpressionType.Not } not when not.Type == typeof(bool)
                => TryTranslate(not.Operand) is { } operand ? LogicalPredicates.Not(operand) : null,
            UnaryExpression { NodeType: ExpressionType.Convert } conversion when conversion.Operand.Type == typeof(bool) => TryTranslate(conversion.Operand),
            BinaryExpression binary => TryTranslateBinary(binary),
            AttributeNullExpression test => new NullPredicate(test.Attribute),
            AttributeReadExpression read when read.Type == typeof(bool) => CreateIsTrue(read),
            MemberExpression { Member.Name: nameof(Nullable<int>.HasValue), Expression: { } source }
                when Operands.TryTranslateAttribute(source) is { } attribute
                => LogicalPredicates.Not(new NullPredicate(attribute)),
            MemberExpression { Member.Name: nameof(Nullable<int>.Value), Expression: AttributeReadExpression read } when read.Type == typeof(bool?)
                => CreateIsTrue(read),
            MethodCallExpression call => TryTranslateCall(call),
            _ => null,
        };

    /// <summary>Translates <c>left == right</c> or <c>left != right</c> with C#'s meaning of null.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    /// <param name="isEqual">False for <c>!=</c>.</param>
    /// <param name="isBoxed">Whether C# compares objects, so that a value of another type equals nothing.</param>
    public DynamoPredicate? TryTranslateEquality(Expression left, Expression right, bool isEqual, bool isBoxed = false)
    {
        if (Operands.TryTranslateAttribute(left) is not { } attribute)
        {
            if (Operands.TryTranslateAttribute(right) is null)
            {
                return SizePredicates.TryTranslate(isEqual ? Comparator.Equal : Comparator.NotEqual, left, right, Operands);
            }

            return TryTranslateEquality(right, left, isEqual, isBoxed);
        }

        if (NullLiteral.Is(right))
        {
            return attribute.IsEmptyWhereMissing ? new BooleanPredicate(!isEqual)
                : isEqual ? new NullPredicate(attribute)
                : new NotPredicate(new NullPredicate(attribute));
        }

        if (Operands.TryTranslateValue(right, attribute.TypeMapping!, isBoxed) is { } value)
        {
            return new ComparisonPredicate(isEqual ? Comparator.Equal : Comparator.NotEqual, attribute, value);
        }

        return Operands.TryTranslateAttribute(right) is { } other && HaveSameForm(attribute, other)
            ? CompareAttributes(attribute, other, isEqual)
            : null;
    }

    private static DynamoPredicate CompareAttributes(AttributeOperand left, AttributeOperand right, bool isEqual)
    {
        // The service refuses an operand twice.
        if (left.Path.Equals(right.Path))
        {
            return new BooleanPredicate(isEqual);
        }

        // To the service a missing attribute equals nothing, not even another missing one; to C# null equals null.
        var bothNull = LogicalPredicates.And(new NullPredicate(left), new NullPredicate(right));
        return isEqual
            ? LogicalPredicates.Or(new ComparisonPredicate(Comparator.Equal, left, right), bothNull)
            : LogicalPredicates.And(new ComparisonPredicate(Comparator.NotEqual, left, right), new NotPredicate(bothNull));
    }

    private DynamoPredicate? TryTranslateBinary(BinaryExpression binary)
    {
        switch (binary.NodeType)
        {
            case ExpressionType.AndAlso or ExpressionType.And when binary.Type == typeof(bool):
                return TryTranslate(binary.Left) is { } leftAnd && TryTranslate(binary.Right) is { } rightAnd ? LogicalPredicates.And(leftAnd, rightAnd) : null;
            case ExpressionType.OrElse or ExpressionType.Or when binary.Type == typeof(bool):
                return TryTranslate(binary.Left) is { } leftOr && TryTranslate(binary.Right) is { } rightOr ? LogicalPredicates.Or(leftOr, rightOr) : null;
        }

        if (FindOperator(binary.NodeType) is not { } comparison)
        {
            return null;
        }

        if (CompareCall.TryMatch(binary, comparison) is { } match)
        {
            return TryTranslateComparison(match.Operator, match.Left, match.Right);
        }

        return TryTranslateComparison(comparison, binary.Left, binary.Right);
    }

    private DynamoPredicate? TryTranslateComparison(Comparator comparison, Expression left, Expression right)
    {
        if (comparison is Comparator.Equal or Comparator.NotEqual)
        {
            return TryTranslateEquality(left, right, comparison == Comparator.Equal);
        }

        if (Operands.TryTranslateAttribute(left) is not { } attribute)
        {
            return Operands.TryTranslateAttribute(right) is null
                ? SizePredicates.TryTranslate(comparison, left, right, Operands)
                : TryTranslateComparison(comparison.Swap(), right, left);
        }

        if (attribute.TypeMapping is not DynamoTypeMapping { Codec.IsOrderPreserving: true })
        {
            return null;
        }

        if (NullLiteral.Is(right))
        {
            return new BooleanPredicate(Value: false);
        }

        var other = Operands.TryTranslateValue(right, attribute.TypeMapping)
            ?? (Operands.TryTranslateAttribute(right) is { } otherAttribute && HaveSameForm(attribute, otherAttribute) ? otherAttribute : null);
        return other is null ? null
            : other is AttributeOperand same && same.Path.Equals(attribute.Path) ? CompareWithItself(comparison, attribute)
            : new ComparisonPredicate(comparison, attribute, other);
    }

    private static DynamoPredicate CompareWithItself(Comparator comparison, AttributeOperand attribute)
        => comparison is Comparator.LessThanOrEqual or Comparator.GreaterThanOrEqual
            ? new NotPredicate(new NullPredicate(attribute))
            : new BooleanPredicate(Value: false);

    private DynamoPredicate? TryTranslateCall(MethodCallExpression call)
    {
        foreach (var translator in _methodTranslators)
        {
            if (translator.TryTranslate(call) is { } predicate)
            {
                return predicate;
            }
        }

        return null;
    }

    private static DynamoPredicate? CreateIsTrue(AttributeReadExpression read)
        => read.Mapping.ClrType == typeof(bool)
            ? new ComparisonPredicate(Comparator.Equal, read.Attribute, new ConstantOperand(true, read.Mapping))
            : null;

    private static bool HaveSameForm(AttributeOperand left, AttributeOperand right)
        => left.TypeMapping is DynamoTypeMapping leftMapping
            && right.TypeMapping is DynamoTypeMapping rightMapping
            && leftMapping.AttributeType == rightMapping.AttributeType
            && leftMapping.Codec.IsCanonical
            && rightMapping.Codec.IsCanonical
            && (leftMapping.AttributeType == AttributeType.Number
                ? leftMapping.Converter is null && rightMapping.Converter is null
                : leftMapping.ClrType == rightMapping.ClrType && leftMapping.Converter?.GetType() == rightMapping.Converter?.GetType());

    private static Comparator? FindOperator(ExpressionType type)
        => type switch
        {
            ExpressionType.Equal => Comparator.Equal,
            ExpressionType.NotEqual => Comparator.NotEqual,
            ExpressionType.LessThan => Comparator.LessThan,
            ExpressionType.LessThanOrEqual => Comparator.LessThanOrEqual,
            ExpressionType.GreaterThan => Comparator.GreaterThan,
            ExpressionType.GreaterThanOrEqual => Comparator.GreaterThanOrEqual,
            _ => null,
        };
}
