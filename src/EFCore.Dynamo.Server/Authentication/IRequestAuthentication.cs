using System.Buffers;
using EFCore.Dynamo.Protocol;
using Microsoft.AspNetCore.Http;

namespace EFCore.Dynamo.Server.Authentication;

/// <summary>Decides whether a request may be answered.</summary>
internal interface IRequestAuthentication
{
    /// <param name="request">Its method, target and headers.</param>
    /// <param name="body">Its body as it was sent.</param>
    /// <returns>Why not, or null.</returns>
    ProtocolException? Check(HttpRequest request, ReadOnlySequence<byte> body);
}
