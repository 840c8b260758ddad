using System.IO.Compression;

namespace EFCore.Dynamo.Fuzz.Mutations;

/// <summary>Compresses the body, now and then with damage.</summary>
internal sealed class CompressionMutation : IRequestMutation
{
    private readonly ByteMutation _damage = new();

    public void Apply(FuzzRequest request, Random random)
    {
        request.IsTree = false;
        var encoding = random.Pick(["gzip", "deflate"]);
        using var output = new MemoryStream();
        using (Stream stream = (encoding, random.Next(2)) switch
        {
            ("gzip", _) => new GZipStream(output, CompressionLevel.Fastest),
            (_, 0) => new ZLibStream(output, CompressionLevel.Fastest),
            _ => new DeflateStream(output, CompressionLevel.Fastest),
        })
        {
            stream.Write(request.Body);
        }

        request.Body = output.ToArray();
        request.Headers.Add(new("Content-Encoding", encoding));
        if (random.Next(3) == 0)
        {
            _damage.Apply(request, random);
        }
    }
}
