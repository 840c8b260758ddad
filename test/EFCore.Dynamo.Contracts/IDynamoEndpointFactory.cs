namespace EFCore.Dynamo.Contracts;

/// <summary>The seam between suites and back ends: in process, over HTTP, through an SDK.</summary>
public interface IDynamoEndpointFactory
{
    /// <summary>An endpoint for one test; disposing it may keep what others share.</summary>
    ValueTask<IDynamoEndpoint> CreateAsync();
}
