namespace EFCore.Dynamo.Fuzz;

/// <summary>What is wrong with the server; the first ends the run.</summary>
/// <param name="folder">Where the requests are left.</param>
internal sealed class Findings(string folder)
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _found = new();

    public int Count { get; private set; }

    /// <summary>Cancelled by the first finding.</summary>
    public CancellationToken Found => _found.Token;

    /// <param name="name">The request's, for its file.</param>
    /// <param name="what">One sentence.</param>
    /// <param name="request">The request's bytes; null where none can be named.</param>
    /// <param name="answer">What was answered.</param>
    public void Add(string name, string what, byte[]? request, string answer)
    {
        lock (_lock)
        {
            Count++;
            Console.WriteLine($"finding: {what}");
            if (request is not null)
            {
                Directory.CreateDirectory(folder);
                var path = Path.Combine(folder, name + ".http");
                File.WriteAllBytes(path, request);
                Console.WriteLine($"  request: {name}; again: eng/fuzz --replay {path}");
            }

            Console.WriteLine($"  answer:  {(answer.Length > 500 ? answer[..500] + " …" : answer)}");
        }

        _found.Cancel();
    }
}
