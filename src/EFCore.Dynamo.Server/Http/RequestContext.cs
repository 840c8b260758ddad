using Microsoft.AspNetCore.Http;

namespace EFCore.Dynamo.Server.Http;

/// <summary>What one connection's requests use one after another.</summary>
internal sealed class RequestContext
{
    public DefaultHttpContext Http { get; } = new();

    public ResponseBuffer Response { get; } = new();

    /// <summary>What the body under way took of the budget of all bodies; 0 for a short one.</summary>
    public long ReservedBytes { get; set; }
}
