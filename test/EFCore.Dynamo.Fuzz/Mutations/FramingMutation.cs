using System.Globalization;
using System.Text;

namespace EFCore.Dynamo.Fuzz.Mutations;

/// <summary>Announces another body than it sends: chunks, wrong lengths, both at once.</summary>
internal sealed class FramingMutation : IRequestMutation
{
    public void Apply(FuzzRequest request, Random random)
    {
        request.IsTree = false;
        request.MayBeCutOff = request.EndsConnection = true;
        var length = request.Body.Length;
        switch (random.Next(6))
        {
            case 0:
                request.Framing = "Transfer-Encoding: chunked";
                request.Body = Chunk(request.Body, random);
                break;
            case 1:
                request.Framing = "Transfer-Encoding: chunked";
                break;
            case 2:
                request.Framing = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {random.Next(length + 1)}");
                break;
            case 3:
                request.Framing = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length + random.Next(1, 100)}");
                break;
            case 4:
                request.Framing = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\nTransfer-Encoding: chunked");
                break;
            default:
                request.Framing = "Content-Length: " + random.Pick(["-1", "x", "99999999999999999999", "4294967296", "17000000", "0x10", ""]);
                break;
        }
    }

    private static byte[] Chunk(byte[] body, Random random)
    {
        using var chunks = new MemoryStream();
        for (var position = 0; position < body.Length;)
        {
            var count = Math.Min(random.Next(1, 200), body.Length - position);
            chunks.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{count:x}\r\n")));
            chunks.Write(body, position, count);
            chunks.Write("\r\n"u8);
            position += count;
        }

        chunks.Write("0\r\n\r\n"u8);
        return chunks.ToArray();
    }
}
