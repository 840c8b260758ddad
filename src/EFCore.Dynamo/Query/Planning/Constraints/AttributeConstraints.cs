namespace EFCore.Dynamo.Query.Planning.Constraints;

/// <summary>What all items of the result have in common in one attribute.</summary>
internal sealed class AttributeConstraints
{
    public List<ValueConstraint> Equalities { get; } = [];

    public List<ListConstraint> Lists { get; } = [];

    public List<ValueConstraint> LowerBounds { get; } = [];

    public List<ValueConstraint> UpperBounds { get; } = [];

    public List<ValueConstraint> Prefixes { get; } = [];

    /// <summary>Whether some condition can only be true of an item that has the attribute.</summary>
    public bool IsPresent { get; set; }

    /// <summary>Whether some condition can only be true of an item that lacks the attribute.</summary>
    public bool IsAbsent { get; set; }
}
