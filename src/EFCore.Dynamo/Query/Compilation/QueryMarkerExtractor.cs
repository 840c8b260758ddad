using System.Linq.Expressions;
using EFCore.Dynamo.Query.Algebra;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Compilation;

/// <summary>Moves what the marker methods of <see cref="DynamoQueryableExtensions" /> ask for into the compilation context, and them out of the tree.</summary>
internal sealed class QueryMarkerExtractor(DynamoQueryCompilationContext compilationContext) : ExpressionVisitor
{
    /// <inheritdoc />
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(DynamoQueryableExtensions))
        {
            return base.VisitMethodCall(node);
        }

        var source = Visit(node.Arguments[0]);
        var options = compilationContext.Options;
        switch (node.Method.Name)
        {
            case nameof(DynamoQueryableExtensions.AllowScan):
                compilationContext.Options = options with { AllowScan = true };
                break;
            case nameof(DynamoQueryableExtensions.WithConsistentRead):
                compilationContext.Options = options with { ConsistentRead = true };
                break;
            case nameof(DynamoQueryableExtensions.MaxItemsRead):
                compilationContext.Options = options with { MaxItemsRead = (int)((ConstantExpression)node.Arguments[1]).Value! }; // [NotParameterized] int
                break;
            case nameof(DynamoQueryableExtensions.ToPageAsync):
                compilationContext.Options = options with { IsPaged = true };
                compilationContext.Page = new PageArguments(TranslateArgument(node.Arguments[1]), TranslateArgument(node.Arguments[2]));
                break;
            default:
                return base.VisitMethodCall(node);
        }

        return source;
    }

    private static DynamoOperand TranslateArgument(Expression argument)
        => argument switch
        {
            QueryParameterExpression parameter => new ParameterOperand(parameter.Name, TypeMapping: null, IsNullable: true),
            ConstantExpression { Value: var value } => new ConstantOperand(value ?? "", TypeMapping: null),
            _ => throw new System.Diagnostics.UnreachableException("The arguments of ToPageAsync are captured variables or constants."),
        };
}
