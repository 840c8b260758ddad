using System.Buffers;
using EFCore.Dynamo.Protocol;
using Microsoft.AspNetCore.Http;

namespace EFCore.Dynamo.Server.Authentication;

/// <summary>Takes any signature that has all its parts: who calls is not checked, that the client is set up to sign is.</summary>
internal sealed class ShapeAuthentication : IRequestAuthentication
{
    public ProtocolException? Check(HttpRequest request, ReadOnlySequence<byte> body) => SignatureParameters.Check(request);
}
