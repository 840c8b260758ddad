using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EFCore.Dynamo.Tests.Scenarios;

internal sealed class ScenarioContext(
    string connectionString, Action<ModelBuilder> configureModel, Action<DbContextOptionsBuilder>? configureOptions) : DbContext
{
    public Action<ModelBuilder> ConfigureModel { get; } = configureModel;

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        optionsBuilder.UseDynamo(connectionString).ReplaceService<IModelCacheKeyFactory, ModelOfDelegate>();
        configureOptions?.Invoke(optionsBuilder);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => ConfigureModel(modelBuilder);

    // One model a delegate: many tests, one context type.
    private sealed class ModelOfDelegate : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (((ScenarioContext)context).ConfigureModel, designTime);
    }
}
