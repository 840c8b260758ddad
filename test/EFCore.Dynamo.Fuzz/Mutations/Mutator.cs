namespace EFCore.Dynamo.Fuzz.Mutations;

/// <summary>Chooses a request and what happens to it; one seed, one series.</summary>
internal sealed class Mutator(int seed)
{
    // Mostly what reaches the parsers and rules behind the door: a request that is not HTTP says nothing of them.
    private static readonly IRequestMutation[] Mutations =
    [
        new TreeMutation(), new TreeMutation(), new TreeMutation(), new TreeMutation(), new TreeMutation(), new TreeMutation(), new TreeMutation(),
        new TreeMutation(),
        new ByteMutation(), new ByteMutation(),
        new GrowthMutation(),
        new CompressionMutation(),
        new HeaderMutation(),
        new FramingMutation(),
    ];

    private static readonly CorpusEntry[] Entries = [.. Corpus.Entries];

    private readonly Random _random = new(seed);

    /// <param name="names">See <see cref="CorpusEntry.ToRequest" />.</param>
    public FuzzRequest Next(IReadOnlyDictionary<string, string> names)
    {
        var request = _random.Pick(Entries).ToRequest(names);
        for (var count = _random.Next(10) == 0 ? 2 : 1; count > 0; count--)
        {
            _random.Pick(Mutations).Apply(request, _random);
        }

        return request;
    }
}
