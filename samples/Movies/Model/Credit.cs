namespace Movies.Model;

/// <summary>One actor in one film: the inverted item collection that lists the films of an actor.</summary>
public sealed class Credit
{
    public required string Actor { get; set; }

    public required int Year { get; set; }

    public required string Title { get; set; }
}
