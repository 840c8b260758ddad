using System.Collections.Immutable;
using EFCore.Dynamo.Query.Algebra;

namespace EFCore.Dynamo.Query.Planning.Constraints;

/// <summary>The conditions of a query, ordered by the attributes they bind: what <see cref="AccessPlanner" /> looks for keys in.</summary>
internal sealed class KeyConstraints
{
    private readonly Dictionary<DocumentPath, AttributeConstraints> _byPath;

    public KeyConstraints(ImmutableArray<ConditionPart> parts, Dictionary<DocumentPath, AttributeConstraints> byPath, string? contradiction)
    {
        Parts = parts;
        _byPath = byPath;
        Contradiction = contradiction;
    }

    /// <summary>All conditions, ANDs taken apart.</summary>
    public ImmutableArray<ConditionPart> Parts { get; }

    /// <summary>Why no item can satisfy all conditions; null where one may.</summary>
    public string? Contradiction { get; }

    /// <summary>What binds an attribute; null where nothing does.</summary>
    public AttributeConstraints? Find(DocumentPath path) => _byPath.GetValueOrDefault(path);

    /// <summary>Whether an equality pins the attribute, so that ordering by it changes nothing.</summary>
    public bool IsPinned(DocumentPath path) => Find(path) is { Equalities.Count: > 0 };
}
