using EFCore.Dynamo.ChangeTracking;
using EFCore.Dynamo.Clients;
using EFCore.Dynamo.Diagnostics;
using EFCore.Dynamo.Infrastructure;
using EFCore.Dynamo.Metadata.Conventions;
using EFCore.Dynamo.Metadata.Validation;
using EFCore.Dynamo.Query.Compilation;
using EFCore.Dynamo.Query.Execution;
using EFCore.Dynamo.Query.Execution.Sources;
using EFCore.Dynamo.Query.Translation;
using EFCore.Dynamo.Storage;
using EFCore.Dynamo.Storage.TypeMapping;
using EFCore.Dynamo.Update;
using EFCore.Dynamo.ValueGeneration;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Internal;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The provider's services.</summary>
public static class DynamoServiceCollectionExtensions
{
    /// <summary>Adds what the provider replaces of EF's services. Needed only by applications that build EF's internal service provider themselves.</summary>
    public static IServiceCollection AddEntityFrameworkDynamo(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        // The table of contents of the provider: each of EF's services that is ours, by area.
        var builder = new EntityFrameworkServicesBuilder(services)
            // Infrastructure
            .TryAdd<IDatabaseProvider, DatabaseProvider<DynamoOptionsExtension>>()
            .TryAdd<ISingletonOptions, IDynamoSingletonOptions>(provider => provider.GetRequiredService<IDynamoSingletonOptions>())
            .TryAdd<IModelValidator, DynamoModelValidator>()
            .TryAdd<LoggingDefinitions, DynamoLoggingDefinitions>()

            // Metadata
            .TryAdd<IProviderConventionSetBuilder, DynamoConventionSetBuilder>()

            // ValueGeneration
            .TryAdd<IValueGeneratorSelector, DynamoValueGeneratorSelector>()

            // Storage
            .TryAdd<ITypeMappingSource, DynamoTypeMappingSource>()
            .TryAdd<IDatabaseCreator, DynamoDatabaseCreator>()
            .TryAdd<IDbContextTransactionManager, DynamoTransactionManager>()

            // Query
            .TryAdd<IQueryCompilationContextFactory, DynamoQueryCompilationContextFactory>()
            .TryAdd<IQueryTranslationPreprocessorFactory, DynamoQueryTranslationPreprocessorFactory>()
            .TryAdd<IQueryableMethodTranslatingExpressionVisitorFactory, DynamoQueryableMethodTranslatingExpressionVisitorFactory>()
            .TryAdd<IQueryTranslationPostprocessorFactory, DynamoQueryTranslationPostprocessorFactory>()
            .TryAdd<IShapedQueryCompilingExpressionVisitorFactory, DynamoShapedQueryCompilingExpressionVisitorFactory>()
            .TryAdd<IQueryContextFactory, DynamoQueryContextFactory>()

            // Update
            .TryAdd<IDatabase, DynamoDatabase>()

            // Change tracking
            .TryAdd<IEntityFinderSource, DynamoEntityFinderSource>()

            // Ours alone
            .TryAddProviderSpecificServices(ours => ours
                .TryAddScoped<FindClient, FindClient>()
                .TryAddSingleton(_ => TimeProvider.System)
                .TryAddSingleton<IDynamoSingletonOptions, DynamoSingletonOptions>()
                .TryAddScoped<IDynamoClientSource, DynamoClientSource>());

        builder.TryAddCoreServices();
        return services;
    }
}
