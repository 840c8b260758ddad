using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EFCore.Dynamo.Tests.Metadata;

/// <summary>Builds models without a store.</summary>
internal static class ModelHarness
{
    public static IModel Build(Action<ModelBuilder> configure, Action<ModelConfigurationBuilder>? conventions = null)
    {
        using var context = new ModelContext(configure, conventions);
        return context.Model;
    }

    public static string Refuse(Action<ModelBuilder> configure, Action<ModelConfigurationBuilder>? conventions = null)
        => Should.Throw<InvalidOperationException>(() => Build(configure, conventions)).Message;

    private sealed class ModelContext(Action<ModelBuilder> configure, Action<ModelConfigurationBuilder>? conventions) : DbContext
    {
        public Action<ModelBuilder> Configure { get; } = configure;

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder.UseDynamo("Data Source=:memory:").ReplaceService<IModelCacheKeyFactory, NoModelCache>();

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => conventions?.Invoke(configurationBuilder);

        protected override void OnModelCreating(ModelBuilder modelBuilder) => Configure(modelBuilder);
    }

    private sealed class NoModelCache : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (((ModelContext)context).Configure, designTime);
    }
}
