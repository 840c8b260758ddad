using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace EFCore.Dynamo.Tests.Metadata;

internal sealed class QueryStubsExtension : IDbContextOptionsExtension
{
    public DbContextOptionsExtensionInfo Info => new ExtensionInfo(this);

    public void ApplyServices(IServiceCollection services)
        => services.AddScoped<IQueryContextFactory, Stub>()
            .AddScoped<IQueryableMethodTranslatingExpressionVisitorFactory, Stub>()
            .AddScoped<IShapedQueryCompilingExpressionVisitorFactory, Stub>();

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class Stub : IQueryContextFactory, IQueryableMethodTranslatingExpressionVisitorFactory, IShapedQueryCompilingExpressionVisitorFactory
    {
        public QueryContext Create() => throw new NotSupportedException();

        public QueryableMethodTranslatingExpressionVisitor Create(QueryCompilationContext queryCompilationContext) => throw new NotSupportedException();

        ShapedQueryCompilingExpressionVisitor IShapedQueryCompilingExpressionVisitorFactory.Create(QueryCompilationContext queryCompilationContext)
            => throw new NotSupportedException();
    }

    private sealed class ExtensionInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;
    }
}
