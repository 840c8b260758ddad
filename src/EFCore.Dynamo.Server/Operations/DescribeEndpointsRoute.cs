using System.Buffers;
using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Operations;

namespace EFCore.Dynamo.Server.Operations;

/// <summary>DescribeEndpoints: the client reached this server, so the address is the server's as the client wrote it, whatever is behind.</summary>
/// <param name="address">Host and port of the request; null where it named none, then the client's answer stands.</param>
internal sealed class DescribeEndpointsRoute(string? address = null) : OperationRoute
{
    public override string Name => DescribeEndpointsProtocol.Name;

    /// <summary>The route for a request to this host.</summary>
    public DescribeEndpointsRoute At(string? host) => string.IsNullOrEmpty(host) ? this : new DescribeEndpointsRoute(host);

    public override async ValueTask ExecuteAsync(IDynamoClient client, ReadOnlySequence<byte> body, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var request = RequestParser.Parse<DescribeEndpointsProtocol, DescribeEndpointsRequest, DescribeEndpointsResponse>(body);
        var response = await client.DescribeEndpointsAsync(request, cancellationToken);
        if (address is not null)
        {
            response = new DescribeEndpointsResponse { Endpoints = [.. response.Endpoints.Select(endpoint => endpoint with { Address = address })] };
        }

        DescribeEndpointsProtocol.Write(writer, request, response);
    }
}
