using System.Buffers;
using System.Text.Json;
using EFCore.Dynamo.Operations;
using EFCore.Dynamo.Protocol.Operations;

namespace EFCore.Dynamo.Server.Operations;

/// <summary>The route of one operation: its protocol and the client's method.</summary>
internal sealed class ProtocolRoute<TProtocol, TRequest, TResponse>(
    Func<IDynamoClient, TRequest, CancellationToken, ValueTask<TResponse>> invoke) : OperationRoute
    where TProtocol : IOperationProtocol<TRequest, TResponse>
{
    public override string Name => TProtocol.Name;

    public override async ValueTask ExecuteAsync(IDynamoClient client, ReadOnlySequence<byte> body, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var request = RequestParser.Parse<TProtocol, TRequest, TResponse>(body);
        if (request is DynamoRequest { Findings: { } findings } && client is not IFindingsReporter)
        {
            throw findings.ToException(OperationDialects.Current.Of(request));
        }

        var response = await invoke(client, request, cancellationToken);
        TProtocol.Write(writer, request, response);
    }
}
