using EFCore.Dynamo.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Tests.Metadata;

/// <summary>Builds models without a store.</summary>
internal static class ModelHarness
{
    public static IModel Build(Action<ModelBuilder> configure)
    {
        using var context = new ModelContext(configure);
        return context.Model;
    }

    public static string Refuse(Action<ModelBuilder> configure)
        => Should.Throw<InvalidOperationException>(() => Build(configure)).Message;

    private sealed class ModelContext(Action<ModelBuilder> configure) : DbContext
    {
        public Action<ModelBuilder> Configure { get; } = configure;

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        {
            optionsBuilder.UseDynamo("Data Source=:memory:").ReplaceService<IModelCacheKeyFactory, NoModelCache>();
            ((IDbContextOptionsBuilderInfrastructure)optionsBuilder).AddOrUpdateExtension(new QueryStubsExtension());
        }

        protected override void OnModelCreating(ModelBuilder modelBuilder) => Configure(modelBuilder);
    }

    private sealed class NoModelCache : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (((ModelContext)context).Configure, designTime);
    }
}
