using System.Text;
using Amazon.Runtime;

namespace EFCore.Dynamo.Server.Tests;

/// <summary>A request as a client signed it, to be sent again, changed or not.</summary>
internal sealed class SignedRequest
{
    private readonly List<KeyValuePair<string, string>> _headers = [];

    public required string Body { get; init; }

    /// <summary>Lets an SDK send, and keeps what it sends.</summary>
    /// <param name="host">The host header that the signature covers.</param>
    public static Listener Listen(string host) => new(host);

    public HttpRequestMessage ToRequest(string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        foreach (var (name, value) in _headers)
        {
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) && !request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    internal sealed class Listener(string host) : HttpClientFactory, IAsyncDisposable
    {
        private readonly List<HttpClient> _clients = [];

        public SignedRequest? Captured { get; private set; }

        public override HttpClient CreateHttpClient(IClientConfig clientConfig)
        {
            var client = new HttpClient(new Handler(this, host));
            _clients.Add(client);
            return client;
        }

        public ValueTask DisposeAsync()
        {
            _clients.ForEach(static client => client.Dispose());
            return ValueTask.CompletedTask;
        }

        private sealed class Handler(Listener listener, string host) : DelegatingHandler(new HttpClientHandler())
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var content = request.Content.ShouldNotBeNull();
                await content.LoadIntoBufferAsync(cancellationToken);
                var captured = new SignedRequest { Body = await content.ReadAsStringAsync(cancellationToken) };
                foreach (var (name, values) in request.Headers.NonValidated.Concat(content.Headers.NonValidated))
                {
                    captured._headers.Add(new(name, values.ToString()));
                }

                request.Headers.Host ??= host;
                listener.Captured = captured;
                return await base.SendAsync(request, cancellationToken);
            }
        }
    }
}
