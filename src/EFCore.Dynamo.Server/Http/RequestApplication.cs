using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http.Features;

namespace EFCore.Dynamo.Server.Http;

/// <summary>Kestrel's view of the server.</summary>
internal sealed class RequestApplication(RequestHandler handler) : IHttpApplication<RequestContext>
{
    public RequestContext CreateContext(IFeatureCollection contextFeatures)
    {
        RequestContext context;
        if (contextFeatures is IHostContextContainer<RequestContext> container)
        {
            context = container.HostContext ??= new RequestContext();
        }
        else
        {
            context = new RequestContext();
        }

        context.Http.Initialize(contextFeatures);
        return context;
    }

    public Task ProcessRequestAsync(RequestContext context) => handler.HandleAsync(context);

    public void DisposeContext(RequestContext context, Exception? exception)
    {
        context.Response.Release();
        context.Http.Uninitialize();
    }
}
