using EFCore.Dynamo.Clients;
using Microsoft.EntityFrameworkCore.Query;

namespace EFCore.Dynamo.Query.Execution.Sources;

/// <summary>One execution of a query: its parameters and the client it runs on.</summary>
internal sealed class DynamoQueryContext : QueryContext
{
    private readonly IDynamoClientSource _clientSource;

    /// <summary>Created by its factory, for one query.</summary>
    public DynamoQueryContext(QueryContextDependencies dependencies, IDynamoClientSource clientSource)
        : base(dependencies)
        => _clientSource = clientSource;

    /// <summary>The client of the context; opened by the first request, so that a query can be planned without a store.</summary>
    public IDynamoClient Client
        => _clientSource.Client;

    /// <summary>The client, which knows whether it is in this process.</summary>
    public IDynamoClientSource ClientSource
        => _clientSource;
}
