using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Query.Linq;
using EFCore.Dynamo.Query.Translation.Operands;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Query.Translation.BulkWrites;

/// <summary>Translates the values of setters to what an UpdateExpression can say; the rest the client computes.</summary>
internal sealed class UpdateValueTranslator(OperandTranslator operands, DynamoQueryCompilationContext compilationContext)
{
    private readonly CollectionChangeTranslator _collections = new(compilationContext);

    /// <summary>The value for the service.</summary>
    /// <param name="target">What is set.</param>
    /// <param name="value">The value, bound.</param>
    /// <returns>Null where the client must compute it.</returns>
    public UpdateValue? TryTranslate(AttributeReadExpression target, Expression value)
    {
        if (NullLiteral.Is(value))
        {
            return new PlainValue(Operand: null);
        }

        if (operands.TryTranslateValue(value, target.Mapping) is { } operand)
        {
            return new PlainValue(operand);
        }

        return TryTranslateNumber(target, Unwrap(value)) ?? _collections.TryTranslate(target, value);
    }

    private ComputedValue? TryTranslateNumber(AttributeReadExpression target, Expression value)
    {
        var type = Nullable.GetUnderlyingType(target.Type) ?? target.Type;
        if (value.Type != type || target.Mapping is not { AttributeType: AttributeType.Number, Converter: null } || !IsExact(type))
        {
            return null;
        }

        if (value is not BinaryExpression { NodeType: ExpressionType.Add or ExpressionType.Subtract } binary)
        {
            return TryTranslateOperand(target, value) is { } copied ? new ComputedValue(copied, Right: null, IsDifference: false) : null;
        }

        // Whether a sum of two attributes is a number of the type, no condition can say.
        return TryTranslateOperand(target, binary.Left) is { } left && TryTranslateOperand(target, binary.Right) is { } right
            && (left.WhereMissing is null || right.WhereMissing is null || type == typeof(decimal))
            ? new ComputedValue(left, right, binary.NodeType == ExpressionType.Subtract)
            : null;
    }

    private UpdateOperand? TryTranslateOperand(AttributeReadExpression target, Expression value)
        => value switch
        {
            AttributeReadExpression read when IsSameNumber(read, target) && read.Type.IsValueType && Nullable.GetUnderlyingType(read.Type) is null
                => new UpdateOperand(read.Attribute, new ConstantOperand(Activator.CreateInstance(read.Type)!, target.Mapping)), // not a Nullable<T>
            BinaryExpression { NodeType: ExpressionType.Coalesce, Left: AttributeReadExpression read } coalesce when IsSameNumber(read, target)
                && operands.TryTranslateValue(coalesce.Right, target.Mapping) is { } whereMissing
                => new UpdateOperand(read.Attribute, whereMissing),
            _ => operands.TryTranslateValue(value, target.Mapping) is { } operand ? new UpdateOperand(operand, WhereMissing: null) : null,
        };

    private static bool IsSameNumber(AttributeReadExpression read, AttributeReadExpression target)
        => !RowSlot.IsIn(read.Attribute.Path)
            && read.Mapping is { AttributeType: AttributeType.Number, Converter: null } mapping
            && (Nullable.GetUnderlyingType(mapping.ClrType) ?? mapping.ClrType) == (Nullable.GetUnderlyingType(target.Type) ?? target.Type);

    // The service counts in decimals: sums of doubles would be others than C#'s.
    private static bool IsExact(Type type)
        => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64 or TypeCode.Decimal;

    private static Expression Unwrap(Expression value)
        => value is UnaryExpression { NodeType: ExpressionType.Convert } conversion && conversion.Operand.Type == Nullable.GetUnderlyingType(value.Type)
            ? conversion.Operand
            : value;
}
