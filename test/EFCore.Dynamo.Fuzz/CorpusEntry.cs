using System.Text;

namespace EFCore.Dynamo.Fuzz;

/// <summary>A well-formed request.</summary>
/// <param name="Service">The first part of its target.</param>
/// <param name="Operation">Its name.</param>
/// <param name="Body">Its JSON.</param>
internal sealed record CorpusEntry(string Service, string Operation, string Body)
{
    /// <param name="names">What stands for the placeholders <c>@stream@</c>, <c>@shard@</c> and <c>@iterator@</c>, which only a running server knows.</param>
    public FuzzRequest ToRequest(IReadOnlyDictionary<string, string> names)
        => new(
            Service,
            Operation,
            Encoding.UTF8.GetBytes(names.Aggregate(Body, static (body, name) => body.Replace(name.Key, name.Value, StringComparison.Ordinal))));
}
