using EFCore.Dynamo.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace EFCore.Dynamo.Tests.Scenarios;

/// <summary>A model of a test's own, with its tables on the embedded engine.</summary>
internal sealed class Scenario : IDisposable
{
    private readonly EmbeddedStore _store = new();
    private readonly Action<ModelBuilder> _configureModel;
    private readonly Action<DbContextOptionsBuilder>? _configureOptions;

    public Scenario(Action<ModelBuilder> configureModel, Action<DbContextOptionsBuilder>? configureOptions = null)
    {
        _configureModel = configureModel;
        _configureOptions = configureOptions;
        using var context = Open();
        context.Database.EnsureCreated();
    }

    /// <summary>The engine.</summary>
    public IDynamoClient Client => _store.Client;

    /// <summary>A new context on the same tables.</summary>
    public ScenarioContext Open() => new(_store.ConnectionString, _configureModel, _configureOptions);

    /// <summary>Saves entities through a context of their own.</summary>
    public void Save(params object[] entities)
    {
        using var context = Open();
        context.AddRange(entities);
        context.SaveChanges();
    }

    public void Dispose() => _store.Dispose();
}
