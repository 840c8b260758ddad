using System.Buffers;
using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Operations;
using EFCore.Dynamo.Values;

namespace EFCore.Dynamo.Server.Operations;

/// <summary>The route of an operation that returns pages: their items live in pooled memory until they are written.</summary>
/// <param name="withArena">The request with an arena.</param>
/// <param name="invoke">The client's method.</param>
internal sealed class PageRoute<TProtocol, TRequest, TResponse>(
    Func<TRequest, ItemArena, TRequest> withArena, Func<IDynamoClient, TRequest, CancellationToken, ValueTask<TResponse>> invoke) : OperationRoute
    where TProtocol : IOperationProtocol<TRequest, TResponse>
    where TRequest : DynamoRequest
{
    public override string Name => TProtocol.Name;

    public override async ValueTask ExecuteAsync(IDynamoClient client, ReadOnlySequence<byte> body, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var request = RequestParser.Parse<TProtocol, TRequest, TResponse>(body);
        if (request.Findings is { } findings && client is not IFindingsReporter)
        {
            throw findings.ToException(OperationDialects.Current.Of(request));
        }

        using var arena = new ItemArena();
        var response = await invoke(client, withArena(request, arena), cancellationToken);
        TProtocol.Write(writer, request, response);
    }
}
