namespace EFCore.Dynamo.Fuzz.Mutations;

/// <summary>Removes, inserts and overwrites bytes of the body, whatever they mean.</summary>
internal sealed class ByteMutation : IRequestMutation
{
    private static readonly byte[][] Tokens = [.. new[] { "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "null", "\uFEFF", "//", "0", "1e9999" }.Select(
        System.Text.Encoding.UTF8.GetBytes)];

    public void Apply(FuzzRequest request, Random random)
    {
        request.IsTree = false;
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var body = request.Body;
            var position = random.Next(body.Length + 1);
            var removed = Math.Min(random.Next(5), body.Length - position);
            byte[] inserted;
            if (random.Next(2) == 0)
            {
                inserted = random.Pick(Tokens);
            }
            else
            {
                inserted = new byte[random.Next(4)];
                random.NextBytes(inserted);
            }

            request.Body = [.. body[..position], .. inserted, .. body[(position + removed)..]];
        }
    }
}
