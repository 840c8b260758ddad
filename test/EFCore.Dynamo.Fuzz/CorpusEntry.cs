namespace EFCore.Dynamo.Fuzz;

/// <summary>A well-formed request.</summary>
/// <param name="Service">The first part of its target.</param>
/// <param name="Operation">Its name.</param>
/// <param name="Body">Its JSON.</param>
internal sealed record CorpusEntry(string Service, string Operation, byte[] Body)
{
    public FuzzRequest ToRequest() => new(Service, Operation, Body);
}
