using System.Linq.Expressions;

namespace EFCore.Dynamo.Tests.Query.Facets;

/// <summary>A condition and, where C# throws or compares references, what it means to EF.</summary>
internal sealed record ConditionCase(string Name, Expression<Func<Facet, bool>> Condition, Func<Facet, bool>? Meaning = null)
{
    /// <summary>What the condition says of a value.</summary>
    public bool Holds(Facet facet) => (Meaning ?? Condition.Compile())(facet);
}
