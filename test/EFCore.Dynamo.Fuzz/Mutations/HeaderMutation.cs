namespace EFCore.Dynamo.Fuzz.Mutations;

/// <summary>Changes method, target and headers.</summary>
internal sealed class HeaderMutation : IRequestMutation
{
    private static readonly string[] Values =
    [
        "", " ", "x", "DynamoDB_20120810.GetItem", "DynamoDBStreams_20120810.GetRecords", "DynamoDB_20120810.", ".", "application/json",
        "application/x-amz-json-1.0; charset=utf-8", ";;;", "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256 Credential=a/b/c/d/e",
        "gzip", "deflate", "br;q=0.1, gzip;q=nonsense", "identity", "close", "\u00e9\u00ff", new('a', 9_000), "2026-01-01", "*",
    ];

    private static readonly string[] Names =
        [
            "X-Amz-Target",
            "Content-Type",
            "Authorization",
            "X-Amz-Date",
            "Date",
            "Accept-Encoding",
            "Content-Encoding",
            "Connection",
            "Origin",
            "Access-Control-Request-Method",
            "Access-Control-Request-Headers",
            "X-Amz-Security-Token",
            "Cookie",
            "Host",
        ];

    private static readonly string[] Targets =
    [
        "/",
        "//",
        "/?",
        "/?X-Amz-Algorithm=AWS4-HMAC-SHA256",
        "/?X-Amz-Algorithm=x&X-Amz-Algorithm=y&X-Amz-Date=%zz",
        "/a/../b?c=d&&=",
        "*",
        "/%00",
        "/?" + new string('a', 5_000),
    ];

    public void Apply(FuzzRequest request, Random random)
    {
        // Some of these are not HTTP: Kestrel answers them with 400 and closes.
        request.MayBeCutOff = true;
        switch (random.Next(6))
        {
            case 0:
                request.Method = random.Pick(["GET", "PUT", "OPTIONS", "HEAD", "DELETE", "post", "PATCH", "X"]);
                break;
            case 1:
                request.Target = random.Pick(Targets);
                break;
            case 2:
                request.Headers.RemoveAt(random.Next(request.Headers.Count));
                break;
            case 3:
                var index = random.Next(request.Headers.Count);
                request.Headers[index] = new(request.Headers[index].Key, random.Pick(Values));
                break;
            case 4:
                for (var count = random.Next(1, 150); count > 0; count--)
                {
                    request.Headers.Add(new($"X-{count}", random.Pick(["", "y", "zzzzzzzzzz"])));
                }

                break;
            default:
                request.Headers.Add(new(random.Pick(Names), random.Pick(Values)));
                break;
        }
    }
}
