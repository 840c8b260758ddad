using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Query.Translation.Binding;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Query.Translation.Operands;

/// <summary>
///     Takes what does not depend on the row out of a condition: it is evaluated once an execution, before the first request, and planned as a parameter.
/// </summary>
/// <remarks>
///     EF leaves <c>DateTime.UtcNow.AddDays(-1)</c> in the tree because its value must not be kept with the query, and <c>since.AddDays(-1)</c> where
///     <c>since</c> is a parameter of a compiled query. Evaluated row by row they could be part of no key condition, and differ from row to row.
/// </remarks>
internal sealed class ExecutionValueExtractor(DynamoQueryCompilationContext compilationContext) : ExpressionVisitor
{
    private bool _isGuarded;

    /// <summary>The condition with parameters in the place of values that each execution computes.</summary>
    /// <param name="condition">An expression that <see cref="RowBinder" /> bound.</param>
    public Expression Extract(Expression condition)
        => Visit(condition);

    /// <inheritdoc />
    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node)
        => node is not null && IsComputed(node) && ValueDependencies.Find(node) is { DependsOnRow: false } dependencies
            && !(_isGuarded && dependencies.DependsOnParameter)
            ? compilationContext.RegisterExecutionValue(node)
            : base.Visit(node);

    /// <inheritdoc />
    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.Coalesce))
        {
            return base.VisitBinary(node);
        }

        var left = Visit(node.Left);
        return node.Update(left, node.Conversion, VisitGuarded(node.Right, IsGuard(node.NodeType, node.Left)));
    }

    /// <inheritdoc />
    protected override Expression VisitConditional(ConditionalExpression node)
        => node.Update(Visit(node.Test), VisitGuarded(node.IfTrue, isGuarded: true), VisitGuarded(node.IfFalse, isGuarded: true));

    /// <inheritdoc />
    protected override Expression VisitExtension(Expression node)
        => node; // reads of the row, and parameters

    // filter == null || x.Name == filter.Trim(): what a test of a parameter protects is evaluated where it stands.
    private static bool IsGuard(ExpressionType type, Expression test)
        => test is BinaryExpression binary && binary.NodeType == type
            ? IsGuard(type, binary.Left) || IsGuard(type, binary.Right)
            : ValueDependencies.Find(test) is { DependsOnRow: false, DependsOnParameter: true };

    private Expression VisitGuarded(Expression node, bool isGuarded)
    {
        var outer = _isGuarded;
        _isGuarded |= isGuarded;
        var visited = Visit(node);
        _isGuarded = outer;
        return visited;
    }

    // Values that translators take apart stay: arrays and lists of values, anonymous types and tuples, conversions that change nothing.
    private static bool IsComputed(Expression node)
        => node switch
        {
            _ when node.Type.IsByRefLike || node.Type == typeof(void) || node.Type == typeof(DbFunctions)
                || node.Type.IsAssignableTo(typeof(System.Runtime.CompilerServices.ITuple))
                => false,
            MethodCallExpression call => !call.Arguments.Any(a => a.Type == typeof(DbFunctions)),
            MemberExpression or ConditionalExpression or InvocationExpression or IndexExpression => true,
            BinaryExpression => node.NodeType != ExpressionType.Assign,
            UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion
                => !OperandTranslator.IsWidening(conversion.Operand.Type, conversion.Type),
            UnaryExpression => node.NodeType != ExpressionType.Quote,
            NewExpression { Members: null } or MemberInitExpression { NewExpression.Members: null } => !ConstantEvaluator.IsConstant(node),
            _ => false,
        };
}
