using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Query.Compilation;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution;

/// <inheritdoc />
internal sealed class DynamoShapedQueryCompilingExpressionVisitorFactory(
    ShapedQueryCompilingExpressionVisitorDependencies dependencies,
    IDynamoSingletonOptions options) : IShapedQueryCompilingExpressionVisitorFactory
{
    /// <inheritdoc />
    public ShapedQueryCompilingExpressionVisitor Create(QueryCompilationContext queryCompilationContext)
        => new DynamoShapedQueryCompilingExpressionVisitor(dependencies, (DynamoQueryCompilationContext)queryCompilationContext, options);
}
